/** What can go wrong in the server, by code: what happened and what to do about it. */
export const serverErrors = {
  SETTING_INVALID:
    'An environment variable has a value that is not allowed. Correct the one named.',
  HOST_NOT_LOOPBACK: 'TENON_HOST must be a loopback address, for there is no login yet.',
  PORT_IN_USE: 'Another program listens on the port. Stop it, or set TENON_PORT to another one.',
  LISTEN_FAILED: 'The address cannot be listened on. Check TENON_HOST and TENON_PORT.',
  WEB_NOT_BUILT: 'The browser app is not built. Run npm run build -w @tenon/web.',
  REQUEST_INVALID: 'The request does not have the form that it must have. Correct what is named.',
  NOT_SUPPORTED: 'The request uses a part of the API that Tenon does not have yet. Leave it out.',
  BODY_TOO_LARGE: 'The request is larger than allowed. Send less, or keep large data elsewhere.',
  MEDIA_TYPE_UNSUPPORTED: 'The content type is not one that the route takes. Send the one named.',
  ROUTE_NOT_FOUND: 'There is nothing at this address. Check the method and the path.',
  HOST_REFUSED: 'The Host header names no loopback address. Use 127.0.0.1, localhost or [::1].',
  ORIGIN_REFUSED: 'The request comes from a page of another origin, which may not drive Tenon.',
  EVENT_STREAMS_EXHAUSTED: 'Too many clients listen to events. Close some pages of the app.',
  SERVER_CLOSING: 'The server is stopping. Try again when it is back.',
  INTERNAL_ERROR: 'Something failed that should not. The log of the server says what.',
} as const

export type ServerErrorCode = keyof typeof serverErrors

/** A start or a request that was refused; `message` says what, where and what to do. */
export class ServerError extends Error {
  override readonly name = 'ServerError'
  readonly code: ServerErrorCode
  constructor(code: ServerErrorCode, message: string = serverErrors[code], options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
