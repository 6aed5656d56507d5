import {
  type Agent,
  type ClientRequest,
  type IncomingMessage,
  request as openPlain,
} from 'node:http'
import { type Agent as SecureAgent, request as openSecure } from 'node:https'
import { HttpError, type HttpRequest } from '@tenon/sdk'
import { tooLarge } from './content-coding.ts'
import { httpLimits, type TimeLimits } from './http-limits.ts'
import { type HeaderList, wireHeaders } from './request-headers.ts'
import { parseTarget, type RequestTarget } from './request-target.ts'
import { type TimeLimit, StepTimer } from './step-timer.ts'

/** The connections that exchanges share; without them each has its own. */
export interface Connections {
  readonly plain: Agent
  readonly secure: SecureAgent
}

/** One request, and what bounds it. */
export interface Exchange {
  readonly request: HttpRequest
  readonly connections: Connections | undefined
  readonly limits: TimeLimits
  /** On `performance.now()`; the total limit counts from the first of several exchanges. */
  readonly deadline: number
  readonly signal: AbortSignal
}

/** What came back, as it came. */
export interface WireResponse {
  readonly status: number
  readonly reason: string
  readonly headers: HeaderList
  readonly body: Uint8Array
}

/** An idle connection had been closed by the server; no byte of an answer came. */
export class StaleConnectionError extends HttpError {}

/** Sends one request and reads its answer. Throws `HttpError`, or the signal's reason. */
export const exchange = (call: Exchange): Promise<WireResponse> => {
  call.signal.throwIfAborted()
  const target = parseTarget(call.request.url)
  const request = open(call, target)
  return new Promise(
    (resolve, reject) => new Conversation(call, target, request, { resolve, reject }),
  )
}

const open = ({ request, connections }: Exchange, target: RequestTarget): ClientRequest => {
  if (request.method === 'CONNECT') throw invalid('The method CONNECT is not a request.')
  const { hostname, port, path, isSecure } = target
  const headers = wireHeaders(request, target)
  const options = { method: request.method, hostname, port, path, headers, setHost: false }
  try {
    return isSecure
      ? openSecure({ ...options, agent: connections?.secure ?? false })
      : openPlain({ ...options, agent: connections?.plain ?? false })
  } catch (error) {
    throw invalid(error instanceof Error ? error.message : String(error), error)
  }
}

const invalid = (message: string, cause?: unknown): HttpError =>
  new HttpError('HTTP_INVALID', `The request is not valid HTTP: ${message}`, { cause })

interface Settle {
  readonly resolve: (response: WireResponse) => void
  readonly reject: (error: unknown) => void
}

/** The events of one request, from the first connection to the last byte. */
class Conversation {
  readonly #call: Exchange
  readonly #target: RequestTarget
  readonly #request: ClientRequest
  readonly #settle: Settle
  readonly #timer: StepTimer
  readonly #abort = (): void => this.#fail(this.#call.signal.reason)
  #bytesBefore = 0
  #isReading = false

  constructor(call: Exchange, target: RequestTarget, request: ClientRequest, settle: Settle) {
    this.#call = call
    this.#target = target
    this.#request = request
    this.#settle = settle
    this.#timer = new StepTimer(call, (limit) => this.#fail(this.#timedOut(limit)))
    call.signal.addEventListener('abort', this.#abort, { once: true })
    request.once('socket', () => this.#connect())
    request.once('finish', () => this.#timer.reading())
    request.once('response', (response) => void this.#receive(response))
    request.on('error', (error) =>
      this.#fail(this.#isReading ? this.#broken(error) : this.#lost(error)),
    )
    request.end(call.request.body)
  }

  #connect(): void {
    const { socket, reusedSocket } = this.#request
    this.#bytesBefore = socket?.bytesRead ?? 0
    if (reusedSocket) return
    this.#timer.connecting()
    socket?.once(this.#target.isSecure ? 'secureConnect' : 'connect', () => this.#timer.sending())
  }

  async #receive(response: IncomingMessage): Promise<void> {
    // Nobody asked for another protocol, and none can be spoken.
    if (response.statusCode === 101) {
      this.#fail(this.#lost(new Error('it wants to switch protocols')))
      return
    }
    this.#isReading = true
    this.#timer.reading()
    try {
      const body = await readBody(response, () => this.#timer.progress())
      this.#end()
      this.#settle.resolve({
        status: response.statusCode ?? 0,
        reason: response.statusMessage ?? '',
        headers: pairs(response.rawHeaders),
        body,
      })
    } catch (error) {
      this.#fail(error instanceof HttpError ? error : this.#broken(error))
    }
  }

  #fail(error: unknown): void {
    this.#end()
    this.#settle.reject(error)
    this.#request.destroy()
  }

  #end(): void {
    this.#timer.stop()
    this.#call.signal.removeEventListener('abort', this.#abort)
  }

  #timedOut(limit: TimeLimit): HttpError {
    const missing = this.#isReading ? 'rest of the answer' : 'answer'
    const what = limit === 'connect' ? 'connection to' : `${missing} from`
    const ms = this.#call.limits[`${limit}Ms`]
    return new HttpError(
      this.#isReading ? 'HTTP_BROKEN' : 'HTTP_TIMED_OUT',
      `No ${what} ${this.#target.origin} within the ${limit} timeout of ${ms} ms.`,
    )
  }

  #broken(error: unknown): HttpError {
    const message = `The answer from ${this.#target.origin} broke off.`
    return new HttpError('HTTP_BROKEN', message, { cause: error })
  }

  #lost(error: Error): HttpError {
    const message = `No answer from ${this.#target.origin}: ${describe(error)}`
    const bytes = this.#request.socket?.bytesRead ?? 0
    const isStale = this.#request.reusedSocket && bytes === this.#bytesBefore
    const Lost = isStale ? StaleConnectionError : HttpError
    return new Lost('HTTP_UNREACHABLE', message, { cause: error })
  }
}

// Where a name has several addresses Node gives one error for all, without a message of its own.
const describe = (error: Error): string =>
  error instanceof AggregateError && error.message === ''
    ? error.errors.map((each) => (each instanceof Error ? each.message : String(each))).join('; ')
    : error.message

const readBody = (response: IncomingMessage, onBytes: () => void): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = []
    let size = 0
    response.on('data', (chunk: Uint8Array) => {
      onBytes()
      size += chunk.length
      if (size > httpLimits.responseBytesMax) reject(tooLarge())
      else chunks.push(chunk)
    })
    response.once('end', () => resolve(Buffer.concat(chunks, size)))
    response.once('error', reject)
  })

const pairs = (raw: readonly string[]): HeaderList =>
  raw.flatMap((name, at): HeaderList => (at % 2 === 0 ? [[name, raw[at + 1] ?? '']] : []))
