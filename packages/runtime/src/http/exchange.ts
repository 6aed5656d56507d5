import { type ClientRequest, type IncomingMessage, request as openPlain } from 'node:http'
import { request as openSecure } from 'node:https'
import { HttpError, type HttpRequest } from '@tenon/sdk'
import { describeError } from '../outbound/causes.ts'
import type { AddressGuard } from './address-guard.ts'
import type { Connections } from './connections.ts'
import { tooLarge } from './content-coding.ts'
import type { HostQueues } from './host-queues.ts'
import { httpLimits, type TimeLimits } from './http-limits.ts'
import { type HeaderList, wireHeaders } from './request-headers.ts'
import { parseTarget, type RequestTarget } from './request-target.ts'
import { type TimeLimit, StepTimer } from './step-timer.ts'

/** One request, and what bounds it. */
export interface Exchange {
  readonly request: HttpRequest
  readonly connections: Connections
  readonly guard: AddressGuard
  readonly queues: HostQueues
  readonly limits: TimeLimits
  /** On `performance.now()`; the total limit counts from the first of several exchanges. */
  readonly deadline: number
  readonly signal: AbortSignal
}

/** What came back, as it came. */
export interface WireResponse {
  /** Of the address that answered. */
  readonly origin: string
  readonly status: number
  readonly reason: string
  readonly headers: HeaderList
  readonly body: Uint8Array
}

/** An idle connection had been closed by the server; no byte of an answer came. */
export class StaleConnectionError extends HttpError {}

/**
 * Sends one request and reads its answer. Throws `HttpError`, or the signal's reason. The host's
 * place is left when Node has let go of the connection, which the next call then finds idle.
 */
export const exchange = async (call: Exchange): Promise<WireResponse> => {
  const target = parseTarget(call.request.url)
  call.signal.throwIfAborted()
  call.guard.requireAllowed(target.hostname)
  const leave = await call.queues.enter(target.origin, call)
  try {
    call.signal.throwIfAborted()
    const request = open(call, target)
    request.once('close', leave)
    return await new Promise<WireResponse>(
      (resolve, reject) => new Conversation(call, target, request, { resolve, reject }),
    )
  } catch (error) {
    leave()
    throw error
  }
}

const open = ({ request, connections, guard }: Exchange, target: RequestTarget): ClientRequest => {
  if (request.method === 'CONNECT') throw invalid('The method CONNECT is not a request.')
  const { hostname, port, path, isSecure } = target
  const headers = wireHeaders(request, target)
  const maxHeaderSize = httpLimits.headersBytesMax
  const options = {
    method: request.method,
    hostname,
    port,
    path,
    headers,
    setHost: false,
    maxHeaderSize,
    lookup: guard.lookup,
  }
  try {
    return isSecure
      ? openSecure({ ...options, agent: connections.secure(request.tls) })
      : openPlain({ ...options, agent: connections.plain })
  } catch (error) {
    if (error instanceof HttpError) throw error
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
      const { origin } = this.#target
      const body = await readBody(response, origin, () => this.#timer.progress())
      this.#end()
      // A server may answer without reading the rest, for which nobody would wait or free the host.
      if (!this.#request.writableFinished) this.#request.destroy()
      this.#settle.resolve({
        origin,
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
      this.#isReading ? 'HTTP_STALLED' : 'HTTP_TIMED_OUT',
      `No ${what} ${this.#target.origin} within the ${limit} timeout of ${ms} ms.`,
    )
  }

  #broken(error: unknown): HttpError {
    const message = `The answer from ${this.#target.origin} broke off.`
    return new HttpError('HTTP_BROKEN', message, { cause: error })
  }

  #lost(error: Error): HttpError {
    // The guard's refusal of an address.
    if (error instanceof HttpError) return error
    const message = `No answer from ${this.#target.origin}: ${describeError(error)}`
    const bytes = this.#request.socket?.bytesRead ?? 0
    const isStale = this.#request.reusedSocket && bytes === this.#bytesBefore
    const Lost = isStale ? StaleConnectionError : HttpError
    return new Lost('HTTP_UNREACHABLE', message, { cause: error })
  }
}

const readBody = (
  response: IncomingMessage,
  origin: string,
  onBytes: () => void,
): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = []
    let size = 0
    response.on('data', (chunk: Uint8Array) => {
      onBytes()
      size += chunk.length
      if (size > httpLimits.responseBytesMax) reject(tooLarge(origin))
      else chunks.push(chunk)
    })
    response.once('end', () => resolve(joined(chunks, size)))
    response.once('error', reject)
  })

const joined = (chunks: readonly Uint8Array[], size: number): Uint8Array => {
  const [only, second] = chunks
  return only !== undefined && second === undefined ? only : Buffer.concat(chunks, size)
}

const pairs = (raw: readonly string[]): HeaderList =>
  raw.flatMap((name, at): HeaderList => (at % 2 === 0 ? [[name, raw[at + 1] ?? '']] : []))
