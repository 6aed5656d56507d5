/** What can go wrong in the engine itself, by code: what happened and what to do about it. */
export const engineErrors = {
  DATA_CORRUPT: 'A file of the data folder is damaged or not of Tenon. Restore it from a backup.',
  DATA_FOLDER_UNWRITABLE:
    'The data folder cannot be created or written. Check path and permissions.',
  DATA_IN_USE: 'Another process uses the data folder. Stop it, or set another folder.',
  DATA_TOO_NEW: 'A newer Tenon wrote the data folder. Run that one, or restore an older backup.',
  SUBSCRIPTION_EXISTS: 'The job type has a subscriber already. Close that subscription first.',
} as const

export type EngineErrorCode = keyof typeof engineErrors

/** The engine cannot work as it is asked to; `message` says what, where and what to do. */
export class EngineError extends Error {
  override readonly name = 'EngineError'
  readonly code: EngineErrorCode
  constructor(code: EngineErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
