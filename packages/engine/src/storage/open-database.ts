import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { EngineError } from '../errors.ts'
import { integer, text } from './columns.ts'
import { damaged, openingFailed } from './errors.ts'
import { migrations, schemaVersion } from './migrations/index.ts'

/** The first key that is given; Camunda's lie in the same range. */
export const firstKey = 2_251_799_813_685_249

/** How long the writer waits for a reader that recovers the write-ahead log. */
const busyTimeoutMs = 100

// Each is read back, since SQLite ignores what it cannot do.
const settings = {
  journal_mode: 'wal',
  // Every commit is on the disk before it is answered.
  synchronous: 2,
  // In KiB when negative.
  cache_size: -32 * 1024,
  // A read error on mapped memory would kill the process instead of failing the statement.
  mmap_size: 0,
  // In pages of 4 KiB: enough that a busy writer seldom stops to copy pages back.
  wal_autocheckpoint: 4_000,
  // In bytes: gives the disk back after a long search kept the log from being reused.
  journal_size_limit: 64 * 1024 * 1024,
} as const

/** The data folder of an engine, held until `close` or the end of the process. */
export interface Database {
  /** Of `engine.db`, for connections that read. */
  readonly path: string
  readonly installationId: string
  /** 32 bytes that seal secret references; never shown. */
  readonly installationKey: Uint8Array
  /** The one connection that writes. */
  readonly writer: DatabaseSync
  /** Replaces the writer by a new connection, since one that failed to write is not trusted. */
  reopen(): DatabaseSync
  /** Gives the folder free. */
  close(): void
}

/**
 * Opens `engine.db` in the folder, and creates both where they are missing. Throws `DATA_IN_USE`,
 * `DATA_FOLDER_UNWRITABLE`, `DATA_CORRUPT` or, with the file untouched, `DATA_TOO_NEW`.
 */
export const openDatabase = (folder: string): Database => {
  createFolder(resolve(folder))
  const path = join(folder, 'engine.db')
  using opening = new DisposableStack()
  opening.use(lockFolder(folder))
  requireKnownVersion(path)
  let writer = openWriter(path)
  opening.defer(() => writer[Symbol.dispose]())
  const installation = readInstallation(writer, path)
  const opened = opening.move()
  return {
    path,
    ...installation,
    get writer() {
      return writer
    },
    reopen() {
      const failed = writer
      // It would keep others from writing.
      if (failed.isOpen && failed.isTransaction) failed[Symbol.dispose]()
      // While it is open SQLite does not read the log anew, where all may stand that was refused;
      // the first transaction of the new one is written over that.
      writer = openWriter(path)
      failed[Symbol.dispose]()
      return writer
    },
    close: () => opened.dispose(),
  }
}

const createFolder = (folder: string): void => {
  if (existsSync(folder)) return
  createFolder(dirname(folder))
  try {
    // It holds the key that seals secrets: for its owner only. Not `recursive`, which never ends
    // where the system refuses the folder as if its parent were missing, as below /proc.
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    throw openingFailed(folder, error)
  }
}

/**
 * Holds an empty database of its own exclusively, which ends with the process even if that is
 * killed. `engine.db` itself cannot be held so: searches have their own connections to it.
 */
const lockFolder = (folder: string): DatabaseSync => {
  const path = join(folder, 'lock.db')
  return withDatabase(path, {}, (lock) => {
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
  })
}

/** Reads the version without the right to write, so that a file that is refused stays as it is. */
const requireKnownVersion = (path: string): void => {
  if (!existsSync(path)) return
  using _reader = withDatabase(path, { readOnly: true }, (database) => {
    const version = userVersion(database)
    if (version > schemaVersion) throw tooNew(path, version)
  })
}

const openWriter = (path: string): DatabaseSync =>
  withDatabase(path, { timeout: busyTimeoutMs }, (database) => {
    for (const [name, value] of Object.entries(settings)) set(database, name, value)
    migrate(database, path)
  })

/** Opens a database, and closes it again if what is done first fails. */
const withDatabase = (
  path: string,
  options: { readonly readOnly?: boolean; readonly timeout?: number },
  prepare: (database: DatabaseSync) => void,
): DatabaseSync => {
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(path, options)
    prepare(database)
    return database
  } catch (error) {
    database?.close()
    throw openingFailed(path, error)
  }
}

const set = (database: DatabaseSync, name: string, value: string | number): void => {
  database.exec(`PRAGMA ${name} = ${value}`)
  const taken = database.prepare(`PRAGMA ${name}`).get()?.[name]
  if (taken === value) return
  throw new EngineError(
    'DATA_FOLDER_UNWRITABLE',
    `SQLite cannot set ${name} to ${value} for ${database.location() ?? 'the database'}: ` +
      `it stays ${String(taken)}. Put the data folder on a local disk.`,
  )
}

/** Brings the schema to its newest version; also proves of a file that it can be written. */
const migrate = (database: DatabaseSync, path: string): void => {
  database.exec('BEGIN IMMEDIATE')
  const version = userVersion(database)
  if (version === 0) requireEmpty(database, path)
  for (const migration of migrations.slice(version)) database.exec(migration)
  if (version === 0) identify(database)
  database.exec(`PRAGMA user_version = ${schemaVersion}`)
  database.exec('COMMIT')
}

const identify = (database: DatabaseSync): void => {
  const insert = database.prepare('INSERT INTO meta (name, value) VALUES (?, ?)')
  insert.run('installation_id', randomUUID())
  insert.run('installation_key', randomBytes(32))
  insert.run('next_key', firstKey)
}

const requireEmpty = (database: DatabaseSync, path: string): void => {
  const { tables } = database.prepare('SELECT count(*) AS tables FROM sqlite_schema').get() ?? {}
  if (tables !== 0) throw damaged(path, 'it has tables, but not the version of Tenon')
}

const userVersion = (database: DatabaseSync): number =>
  integer(database.prepare('PRAGMA user_version').get() ?? {}, 'user_version')

const readInstallation = (
  database: DatabaseSync,
  path: string,
): Pick<Database, 'installationId' | 'installationKey'> => {
  const select = database.prepare('SELECT value FROM meta WHERE name = ?')
  const installationKey = select.get('installation_key')?.['value']
  if (!(installationKey instanceof Uint8Array)) throw damaged(path, 'it has no installation key')
  return { installationId: text(select.get('installation_id') ?? {}, 'value'), installationKey }
}

const tooNew = (path: string, version: number): EngineError =>
  new EngineError(
    'DATA_TOO_NEW',
    `${path} has version ${version}; this Tenon knows versions up to ${schemaVersion}. ` +
      'Run the Tenon that wrote it, or restore a backup from before the upgrade.',
  )
