import { OrchestrationError } from '@tenon/orchestration'
import { EngineError } from '../errors.ts'

// Primary result codes of SQLite: the low byte of what it gives.
const inUse = [5, 6] // SQLITE_BUSY, SQLITE_LOCKED
const damage = [11, 26] // SQLITE_CORRUPT, SQLITE_NOTADB

/** What is needed of an error, also of one in another thread. */
export interface Failure {
  readonly message: string
  /** SQLite's result code, if the error is of SQLite. */
  readonly errcode: number | undefined
}

export const toFailure = (error: unknown): Failure => {
  if (!(error instanceof Error)) return { message: String(error), errcode: undefined }
  const errcode = 'errcode' in error ? error.errcode : undefined
  return { message: error.message, errcode: typeof errcode === 'number' ? errcode : undefined }
}

const isOneOf = (codes: readonly number[], { errcode = 0 }: Failure): boolean =>
  codes.includes(errcode & 0xff)

// TOOBIG, CONSTRAINT, MISMATCH, MISUSE, RANGE: the value or the statement is wrong.
const ownFaults = [18, 19, 20, 21, 25]

/** Whether the storage itself failed, so that nothing of its transaction may be relied on. */
export const isStorageFailure = (error: unknown): boolean => {
  const failure = toFailure(error)
  return failure.errcode !== undefined && !isOneOf(ownFaults, failure)
}

/** Why a file of the data folder could not be opened, as the user can act on it. */
export const openingFailed = (path: string, cause: unknown): EngineError => {
  if (cause instanceof EngineError) return cause
  const failure = toFailure(cause)
  if (isOneOf(damage, failure)) return damaged(path, failure.message, { cause })
  if (isOneOf(inUse, failure)) {
    return new EngineError(
      'DATA_IN_USE',
      `Another process holds ${path}. Stop it, or set another data folder with TENON_DATA.`,
      { cause },
    )
  }
  return new EngineError(
    'DATA_FOLDER_UNWRITABLE',
    `${path} cannot be opened for writing (${failure.message}). ` +
      'Check its path, its permissions and the free space, or set another folder with TENON_DATA.',
    { cause },
  )
}

/** Why a query failed. */
export const readingFailed = (path: string, failure: Failure): EngineError | OrchestrationError => {
  if (isOneOf(damage, failure)) return damaged(path, failure.message)
  return new OrchestrationError(
    'STORAGE_FAILED',
    `${path} cannot be read (${failure.message}). Check the disk and its permissions.`,
  )
}

export const damaged = (path: string, reason: string, options?: ErrorOptions): EngineError =>
  new EngineError(
    'DATA_CORRUPT',
    `${path} is damaged or not a file of Tenon (${reason}). Restore the data folder from a backup.`,
    options,
  )
