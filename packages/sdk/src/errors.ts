/** What an author's connector can end with, by code: what happened and what to do about it. */
export const sdkErrors = {
  CONNECTOR_FAILED: 'The called system answered with an error. The code and message are its own.',
  INPUT_INVALID: 'A field of the connector has a value it cannot take. Correct the field named.',
  OUTPUT_INVALID: 'The connector returned what it does not declare. Report it to its author.',
  CONNECTOR_INVALID: 'The definition of a connector is wrong. Its author corrects what is named.',
  HTTP_TIMED_OUT: 'The called system did not answer in time. Raise the timeout, or look at it.',
  HTTP_UNREACHABLE: 'No connection, or it broke. Check the address and that the system is up.',
  HTTP_BROKEN: 'The answer broke off, or cannot be decoded. Look at the called system.',
  HTTP_STALLED: 'The answer began and came too slowly. Raise the timeout, or look at the system.',
  HTTP_BUSY: 'Too many calls to one host are under way. The job waits, and keeps its retries.',
  HTTP_TOO_LARGE: 'The answer is larger than 10 MB. Ask for less.',
  HTTP_TOO_DEEP: 'The JSON of the answer is nested deeper than 64 levels. Ask for a part of it.',
  HTTP_INVALID: 'The request is not valid HTTP. Correct the field named.',
  HTTP_REFUSED:
    'The address may not be called. Correct it, or let it be called with TENON_ALLOWED_HOSTS.',
  HTTP_CERTIFICATE_INVALID:
    'A certificate or its key cannot be used. Correct it, its key or the password.',
} as const

/** A code of `sdkErrors`. */
export type SdkErrorCode = keyof typeof sdkErrors

/** What is known of a failed call beside its message. */
export interface FailureDetails {
  /** What the model's error expression sees as `error.code`. */
  readonly code?: string
  /** What the model's error expression sees as `error.variables`. */
  readonly variables?: Readonly<Record<string, unknown>>
  /**
   * Milliseconds that the called system wants to be left alone, at most an hour of which counts:
   * the next attempt waits as long, or as long as the model says where that is longer. Default 0.
   */
  readonly retryAfterMs?: number
  readonly cause?: unknown
}

/** The call failed: tried again while the job has retries. */
export class ConnectorError extends Error {
  override readonly name = 'ConnectorError'
  readonly code: string | undefined
  readonly variables: Readonly<Record<string, unknown>> | undefined
  readonly retryAfterMs: number
  constructor(message: string, details: FailureDetails = {}) {
    super(message, { cause: details.cause })
    this.code = details.code
    this.variables = details.variables
    this.retryAfterMs = details.retryAfterMs ?? 0
  }
}

/** The input is wrong: never tried again, since it would fail the same way. */
export class InputError extends Error {
  override readonly name = 'InputError'
  readonly code = 'INPUT_INVALID'
}

/** The definition of a connector, or what it returned, is wrong: for its author to correct. */
export class DefinitionError extends Error {
  override readonly name = 'DefinitionError'
  readonly code: 'CONNECTOR_INVALID' | 'OUTPUT_INVALID'
  constructor(code: 'CONNECTOR_INVALID' | 'OUTPUT_INVALID', message: string) {
    super(message)
    this.code = code
  }
}

/** The error of a mistake in a definition; the mistake is a sentence without its full stop. */
export const definitionError = (connectorId: string, mistake: string): DefinitionError =>
  new DefinitionError('CONNECTOR_INVALID', `Connector "${connectorId}": ${mistake}.`)

/** The platform's HTTP client got no answer that it can give. `cause` is what it learned of why. */
export class HttpError extends Error {
  override readonly name = 'HttpError'
  readonly code: Extract<SdkErrorCode, `HTTP_${string}`>
  constructor(code: HttpError['code'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
