import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { firstKey, openDatabase, type Database } from './open-database.ts'
import { schemaVersion } from './migrations/index.ts'

let folder: string
let file: string
let opened: Database[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tenon-open-'))
  file = join(folder, 'engine.db')
  opened = []
})

afterEach(() => {
  for (const database of opened) database.close()
  rmSync(folder, { recursive: true })
})

const open = (path = folder): Database => {
  const database = openDatabase(path)
  opened.push(database)
  return database
}

const pragma = (database: DatabaseSync, name: string): unknown =>
  database.prepare(`PRAGMA ${name}`).get()?.[name]

const insertMeta = "INSERT INTO meta (name, value) VALUES ('test', 1)"
const countTest = "SELECT count(*) AS count FROM meta WHERE name = 'test'"

describe('a new data folder', () => {
  test('is created with its parents, and with the schema', () => {
    const { path, writer } = open(join(folder, 'a', 'b'))

    expect(path).toBe(join(folder, 'a', 'b', 'engine.db'))
    expect(pragma(writer, 'user_version')).toBe(schemaVersion)
    expect(writer.prepare('SELECT count(*) AS count FROM process_instance').get()).toEqual({
      count: 0,
    })
  })

  test('gets an identity, a key for secrets, and the first key', () => {
    const { writer, installationId, installationKey } = open()

    expect(installationId).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    expect(installationKey).toHaveLength(32)
    const { value } = writer.prepare("SELECT value FROM meta WHERE name = 'next_key'").get() ?? {}
    expect(value).toBe(firstKey)
  })

  test('is durable at every commit', () => {
    const { writer } = open()

    expect(pragma(writer, 'journal_mode')).toBe('wal')
    expect(pragma(writer, 'synchronous')).toBe(2)
  })

  test('may hold an empty file that a crash left', () => {
    writeFileSync(file, '')

    expect(pragma(open().writer, 'user_version')).toBe(schemaVersion)
  })
})

describe('a data folder opened again', () => {
  test('keeps its identity and its rows', () => {
    const first = open()
    first.writer.exec(insertMeta)
    first.close()

    const second = open()

    expect(second.installationId).toBe(first.installationId)
    expect(second.installationKey).toEqual(first.installationKey)
    expect(second.writer.prepare(countTest).get()).toEqual({ count: 1 })
  })

  test('gives a new writer for a failed one, and stays held', () => {
    const database = open()
    const failed = database.writer
    failed.exec('BEGIN IMMEDIATE')
    failed.exec(insertMeta)

    const writer = database.reopen()

    expect(database.writer).toBe(writer)
    expect(failed.isOpen).toBe(false)
    expect(writer.prepare(countTest).get()).toEqual({ count: 0 })
    expect(() => openDatabase(folder)).toThrow(expect.objectContaining({ code: 'DATA_IN_USE' }))
  })

  test('may be closed twice', () => {
    const database = open()
    database.close()

    expect(() => database.close()).not.toThrow()
  })
})

describe('a data folder in use', () => {
  test('is refused, by name', () => {
    open()

    expect(() => openDatabase(folder)).toThrow(
      expect.objectContaining({ code: 'DATA_IN_USE', message: expect.stringContaining(folder) }),
    )
  })

  test('is free when the process that held it was killed, with all that it committed', async () => {
    const script = `
      import { openDatabase } from ${JSON.stringify(join(import.meta.dirname, 'open-database.ts'))}
      const { writer } = openDatabase(${JSON.stringify(folder)})
      writer.exec(${JSON.stringify(insertMeta)})
      writer.exec("BEGIN IMMEDIATE; DELETE FROM meta WHERE name = 'test'")
      console.log('held')
      setInterval(() => {}, 1_000)`
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script])
    await once(child.stdout, 'data')
    expect(() => openDatabase(folder)).toThrow(expect.objectContaining({ code: 'DATA_IN_USE' }))

    child.kill('SIGKILL')
    await once(child, 'exit')

    expect(open().writer.prepare(countTest).get()).toEqual({ count: 1 })
  })
})

describe('a data folder that cannot be used', () => {
  test('because a newer Tenon wrote it, is left byte for byte as it is', () => {
    const { writer } = open()
    writer.exec(`PRAGMA user_version = ${schemaVersion + 1}`)
    // As after a crash: the version stands in the log only.
    const [before, log] = [readFileSync(file), readFileSync(`${file}-wal`)]
    opened.pop()?.close()
    writeFileSync(file, before)
    writeFileSync(`${file}-wal`, log)

    expect(() => openDatabase(folder)).toThrow(
      expect.objectContaining({
        code: 'DATA_TOO_NEW',
        message: expect.stringContaining(`version ${schemaVersion + 1}`),
      }),
    )
    expect(readFileSync(file)).toEqual(before)
    expect(readFileSync(`${file}-wal`)).toEqual(log)
    expect(() => openDatabase(folder)).toThrow(expect.objectContaining({ code: 'DATA_TOO_NEW' }))
  })

  test.for([
    ['text', () => writeFileSync(file, 'no database '.repeat(1_000))],
    ['tables of another program', () => withTables()],
    ['half of what it was', () => truncated()],
    ['no identity', () => withoutIdentity()],
  ] as const)('because engine.db holds %s, is refused as corrupt', ([, damage]) => {
    damage()

    expect(() => openDatabase(folder)).toThrow(
      expect.objectContaining({ code: 'DATA_CORRUPT', message: expect.stringContaining(file) }),
    )
    // It is not held any longer either.
    rmSync(file)
    expect(() => open()).not.toThrow()
  })

  test('because its path leads through a file, is refused as not writable', () => {
    writeFileSync(join(folder, 'file'), '')

    expect(() => openDatabase(join(folder, 'file', 'data'))).toThrow(
      expect.objectContaining({ code: 'DATA_FOLDER_UNWRITABLE' }),
    )
  })

  test.runIf(process.platform === 'linux')('below /proc, ends with an error', () => {
    expect(() => openDatabase('/proc/tenon/data')).toThrow(
      expect.objectContaining({ code: 'DATA_FOLDER_UNWRITABLE' }),
    )
  })

  test('because engine.db is a folder, is refused as not writable', () => {
    mkdirSync(file)

    expect(() => openDatabase(folder)).toThrow(
      expect.objectContaining({ code: 'DATA_FOLDER_UNWRITABLE' }),
    )
  })

  const withTables = (): void => {
    using database = new DatabaseSync(file)
    database.exec('CREATE TABLE other (name)')
  }

  const truncated = (): void => {
    openDatabase(folder).close()
    truncateSync(file, 40_000)
  }

  const withoutIdentity = (): void => {
    const database = openDatabase(folder)
    database.writer.exec("DELETE FROM meta WHERE name = 'installation_key'")
    database.close()
  }
})
