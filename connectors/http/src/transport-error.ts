import { ConnectorError, HttpError } from '@tenon/sdk'

/** Code and text are Camunda's: error expressions of existing models compare them. */
export const protocolError = {
  code: '500',
  message: 'An error with the HTTP protocol occurred',
} as const

const timedOut = {
  code: '408',
  message: 'The request timed out. Please try increasing the read and connection timeouts.',
} as const

const aborted = {
  code: '408',
  message: 'An error occurred while executing the request, or the connection was aborted',
} as const

/** What a model sees of a request without a complete answer; other errors stay as they are. */
export const toTransportError = (error: unknown): unknown => {
  if (!(error instanceof HttpError)) return error
  const { code, message } = seen(error)
  return new ConnectorError(message, { code, cause: error })
}

const seen = (error: HttpError): { readonly code: string; readonly message: string } => {
  switch (error.code) {
    case 'HTTP_TIMED_OUT':
      return timedOut
    case 'HTTP_UNREACHABLE':
      return aborted
    case 'HTTP_INVALID':
      return protocolError
    case 'HTTP_BROKEN':
      // Without a cause it was the time that ran out.
      return { code: '500', message: error.cause === undefined ? 'Read timed out' : error.message }
    case 'HTTP_TOO_LARGE':
      return { code: '500', message: error.message }
  }
}
