import { execFileSync, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from './tenon.ts'

const bin = join(root, 'packages/cli/bin/tenon.js')

/** Makes this Node say that it is another one. */
const pretend = (version: string): string =>
  `data:text/javascript,Object.defineProperty(process, 'versions', { value: { node: '${version}' } })`

it('tells an outdated Node what to do', () => {
  const { stderr, stdout, status } = spawnSync(
    process.execPath,
    ['--import', pretend('18.20.4'), bin, 'help'],
    { encoding: 'utf8' },
  )

  expect(stderr).toMatch(/^error NODE_TOO_OLD: Tenon needs Node 26 or newer, and this is Node 18/)
  expect(stderr).toContain('Run npm ci')
  expect(stdout).toBe('')
  expect(status).toBe(1)
})

it('starts on a newer Node', () => {
  const args = ['--import', pretend('27.1.0'), bin, 'help']

  expect(execFileSync(process.execPath, args, { encoding: 'utf8' })).toContain('Usage: tenon')
})
