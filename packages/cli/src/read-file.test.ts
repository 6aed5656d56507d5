import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readText } from './read-file.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tenon-cli-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const fileOf = (text: string, encoding: BufferEncoding): string => {
  const path = join(folder, 'a.json')
  writeFileSync(path, text, encoding)
  return path
}

it('reads a text in UTF-8', async () => {
  expect(await readText(fileOf('\uFEFF{"a":"ö"}', 'utf8'))).toBe('{"a":"ö"}')
})

it('refuses another encoding, in which letters would be lost', async () => {
  const path = fileOf('{"a":"ö"}', 'latin1')
  await expect(readText(path)).rejects.toMatchObject({
    code: 'FILE_UNREADABLE',
    message: `${path} cannot be read: it is not UTF-8. Save it as UTF-8.`,
  })
})
