/** What can go wrong in orchestration, by code: what happened and what to do about it. */
export const orchestrationErrors = {
  NOT_FOUND: 'Nothing with this key or id exists. Check the key, or search for it.',
  ALREADY_EXISTS: 'The same was sent before and is still known. It need not be sent again.',
  INVALID_STATE: 'The thing exists but is not in a state that allows this. Read its state first.',
  INVALID_ARGUMENT: 'A value in the request is not allowed. Correct the field that is named.',
  DEPLOYMENT_REJECTED: 'A resource cannot be deployed, so nothing was. Correct what is listed.',
  TIMED_OUT: 'The result was not there in time. The work goes on: search for it, or wait longer.',
  RESOURCE_EXHAUSTED: 'More is asked than can be done now. Try again after a short wait.',
  STORAGE_FAILED:
    'The data folder cannot be used. Nothing acknowledged is lost: check disk and permissions.',
  SEARCH_TIMED_OUT: 'The search took too long and was given up. Narrow its filter.',
  JSON_INVALID: 'The text is not JSON. Correct it at the place shown.',
  JSON_TOO_DEEP: 'The JSON is nested deeper than 64 levels. Flatten it.',
  VARIABLES_TOO_LARGE: 'The variables are larger than 4 MB. Keep large data outside the process.',
} as const

/** The code of an `OrchestrationError`. */
export type OrchestrationErrorCode = keyof typeof orchestrationErrors

/** A command or query that was refused; `message` says what, where and what to do. */
export class OrchestrationError extends Error {
  override readonly name = 'OrchestrationError'
  readonly code: OrchestrationErrorCode
  constructor(code: OrchestrationErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
