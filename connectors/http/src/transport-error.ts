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

const stalled = { code: '500', message: 'Read timed out' } as const

/** These the platform deals with: no call was made, or the model is to be corrected. */
const forPlatform = new Set(['HTTP_BUSY', 'HTTP_REFUSED', 'HTTP_CERTIFICATE_INVALID'])

/** What a model sees of a request without a complete answer. Other errors stay as they are. */
export const toTransportError = (error: unknown): unknown => {
  if (!(error instanceof HttpError) || forPlatform.has(error.code)) return error
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
    case 'HTTP_STALLED':
      return stalled
    default:
      return { code: '500', message: error.message }
  }
}
