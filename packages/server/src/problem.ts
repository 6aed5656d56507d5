import { OrchestrationError, type OrchestrationErrorCode } from '@tenon/orchestration'
import { showSecretReferences } from '@tenon/orchestration/secret-seal'
import { RuntimeError, type RuntimeErrorCode } from '@tenon/runtime'
import { ServerError, type ServerErrorCode } from './errors.ts'

/** An error on the wire (RFC 9457), with all of its members. */
export interface Problem {
  readonly type: 'about:blank'
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly instance: string
}

/** Those errors of the runtime that answer a request. */
type ProductErrorCode = Extract<
  RuntimeErrorCode,
  'MODEL_NOT_FOUND' | 'MODEL_CHANGED' | 'MODELS_TOO_MANY' | 'PRODUCT_STORAGE_FAILED'
>

type ErrorCode = OrchestrationErrorCode | ServerErrorCode | ProductErrorCode

interface Kind {
  readonly status: number
  readonly title: string
}

const kind = (status: number, title: string): Kind => ({ status, title })
const badRequest = kind(400, 'Bad Request')
const invalidArgument = kind(400, 'INVALID_ARGUMENT')
const forbidden = kind(403, 'FORBIDDEN')
const notFound = kind(404, 'NOT_FOUND')
// Camunda's clients repeat a request that got 503 only with this very title.
const tryAgain = kind(503, 'RESOURCE_EXHAUSTED')
const unexpected = kind(500, 'INTERNAL_ERROR')

/** Titles are Camunda's where it has one: clients compare them. */
const kinds: Readonly<Record<ErrorCode, Kind>> = {
  NOT_FOUND: notFound,
  ALREADY_EXISTS: kind(409, 'ALREADY_EXISTS'),
  INVALID_STATE: kind(409, 'INVALID_STATE'),
  INVALID_ARGUMENT: invalidArgument,
  DEPLOYMENT_REJECTED: invalidArgument,
  TIMED_OUT: kind(504, 'TIMED_OUT'),
  RESOURCE_EXHAUSTED: tryAgain,
  STORAGE_FAILED: kind(503, 'STORAGE_FAILED'),
  SEARCH_TIMED_OUT: kind(504, 'SEARCH_TIMED_OUT'),
  JSON_INVALID: badRequest,
  JSON_TOO_DEEP: badRequest,
  VARIABLES_TOO_LARGE: invalidArgument,
  MODEL_NOT_FOUND: notFound,
  MODEL_CHANGED: kind(409, 'MODEL_CHANGED'),
  MODELS_TOO_MANY: kind(409, 'MODELS_TOO_MANY'),
  PRODUCT_STORAGE_FAILED: kind(503, 'PRODUCT_STORAGE_FAILED'),
  REQUEST_INVALID: badRequest,
  NOT_SUPPORTED: invalidArgument,
  BODY_TOO_LARGE: kind(413, 'Content Too Large'),
  MEDIA_TYPE_UNSUPPORTED: kind(415, 'Unsupported Media Type'),
  ROUTE_NOT_FOUND: notFound,
  HOST_REFUSED: forbidden,
  ORIGIN_REFUSED: forbidden,
  EVENT_STREAMS_EXHAUSTED: tryAgain,
  SERVER_CLOSING: tryAgain,
  WEB_NOT_BUILT: kind(503, 'WEB_NOT_BUILT'),
  SETTING_INVALID: unexpected,
  HOST_NOT_LOOPBACK: unexpected,
  PORT_IN_USE: unexpected,
  LISTEN_FAILED: unexpected,
  INTERNAL_ERROR: unexpected,
}

/** An error that has a code, and so may be shown. */
export type KnownError = OrchestrationError | ServerError | ProductError

type ProductError = RuntimeError & { readonly code: ProductErrorCode }

export const isKnownError = (error: unknown): error is KnownError =>
  error instanceof OrchestrationError ||
  error instanceof ServerError ||
  (error instanceof RuntimeError && Object.hasOwn(kinds, error.code))

/** `path` is that of the request. */
export const problemOf = (error: KnownError, path: string): Problem => ({
  type: 'about:blank',
  ...kinds[error.code],
  detail: showSecretReferences(error.message),
  instance: path,
})
