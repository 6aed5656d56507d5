import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { RuntimeError } from '../errors.ts'
import { migrations } from './schema.ts'

/**
 * Opens `product.db` and brings its schema up to date; it must belong to this process alone.
 * Throws `PRODUCT_DATA_UNUSABLE` or, with the file untouched, `PRODUCT_DATA_TOO_NEW`.
 */
export const openProductFile = (path: string): DatabaseSync => {
  try {
    requireKnownVersion(path)
    using opening = new DisposableStack()
    const database = opening.use(connect(path))
    migrate(database)
    opening.move()
    return database
  } catch (error) {
    throw error instanceof RuntimeError ? error : unusable(path, error)
  }
}

/** A connection to a file that was opened before. It writes nothing, so that a full disk can be read. */
export const connect = (path: string): DatabaseSync => {
  using opening = new DisposableStack()
  const database = opening.use(new DatabaseSync(path))
  // Every change is on the disk before it is answered. A read error on mapped memory would kill
  // the process instead of failing the statement.
  database.exec('PRAGMA journal_mode = wal; PRAGMA synchronous = full; PRAGMA mmap_size = 0')
  opening.move()
  return database
}

/** Reads the version without the right to write, so that a file that is refused stays as it is. */
const requireKnownVersion = (path: string): void => {
  if (!existsSync(path)) return
  using reader = new DatabaseSync(path, { readOnly: true })
  const version = versionOf(reader)
  if (version <= migrations.length) return
  throw new RuntimeError(
    'PRODUCT_DATA_TOO_NEW',
    `${path} has version ${version}; this Tenon knows versions up to ${migrations.length}. ` +
      'Run the Tenon that wrote it, or restore a backup from before the upgrade.',
  )
}

/** All or nothing: also proves that the file can be written. */
const migrate = (database: DatabaseSync): void => {
  database.exec('BEGIN IMMEDIATE')
  for (const migration of migrations.slice(versionOf(database))) database.exec(migration)
  database.exec(`PRAGMA user_version = ${migrations.length}`)
  database.exec('COMMIT')
}

const versionOf = (database: DatabaseSync): number =>
  Number(database.prepare('PRAGMA user_version').get()?.['user_version'])

const unusable = (path: string, cause: unknown): RuntimeError => {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new RuntimeError(
    'PRODUCT_DATA_UNUSABLE',
    `${path} cannot be used (${reason}). Check its permissions and the free space, ` +
      'or restore the data folder from a backup.',
    { cause },
  )
}
