import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { isStale } from './build-web.ts'

const app = (): ((path: string, modifiedAt: number) => string) => {
  const folder = mkdtempSync(join(tmpdir(), 'tenon-web-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const name of ['src', 'dist']) mkdirSync(join(folder, name))
  return (path, modifiedAt) => {
    writeFileSync(join(folder, path), '')
    utimesSync(join(folder, path), modifiedAt, modifiedAt)
    return folder
  }
}

it('builds what was never built', () => {
  expect(isStale(app()('src/main.tsx', 1))).toBe(true)
})

it('leaves what is newer than its sources', () => {
  const write = app()
  write('src/main.tsx', 1)
  expect(isStale(write('dist/index.html', 2))).toBe(false)
})

it('builds again what is older than a source', () => {
  const write = app()
  write('dist/index.html', 2)
  expect(isStale(write('src/main.tsx', 3))).toBe(true)
})
