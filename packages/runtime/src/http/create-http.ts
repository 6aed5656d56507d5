import { type Http, HttpError, type HttpRequest, type HttpResponse } from '@tenon/sdk'
import { type AddressGuard, addressGuard } from './address-guard.ts'
import { ConnectionPool, freshConnections } from './connections.ts'
import { type Exchange, exchange, StaleConnectionError, type WireResponse } from './exchange.ts'
import { HostQueues } from './host-queues.ts'
import { httpLimits, timeLimitsOf } from './http-limits.ts'
import { redirectOf } from './redirect.ts'
import { toResponse } from './to-response.ts'

/** One for the process: its calls share connections, which stay open between them. */
export interface HttpClient {
  /** The client for one job: its calls end with the signal's reason when the signal aborts. */
  withSignal(signal: AbortSignal): Http
  /** Ends the calls under way and those that wait, closes the connections, and opens no more. */
  close(): void
}

/**
 * The client that all connectors use; its limits are `httpLimits`. Without a guard of the caller's
 * only public addresses are called.
 */
export const createHttp = (guard: AddressGuard = addressGuard()): HttpClient => {
  const connections = new ConnectionPool()
  const queues = new HostQueues()
  const closing = new AbortController()
  return {
    withSignal: (signal) => {
      const ends = AbortSignal.any([signal, closing.signal])
      const shared = { connections, guard, queues, signal: ends }
      return { send: (request) => send(request, shared) }
    },
    close: () => {
      closing.abort(new HttpError('HTTP_UNREACHABLE', 'The HTTP client was closed.'))
      connections.close()
    },
  }
}

type Shared = Pick<Exchange, 'connections' | 'guard' | 'queues' | 'signal'>

const send = async (request: HttpRequest, shared: Shared): Promise<HttpResponse> => {
  const limits = timeLimitsOf(request)
  const call = { ...shared, limits, deadline: performance.now() + limits.totalMs }
  let response = await exchangeRepeatably({ ...call, request })
  let next = request
  for (let redirects = 0; ; redirects++) {
    const redirected = request.followRedirects === true ? redirectOf(next, response) : undefined
    if (redirected === undefined) return toResponse(response)
    if (redirects === httpLimits.redirectsMax) throw tooManyRedirects()
    next = redirected
    response = await exchangeRepeatably({ ...call, request: next }).catch(notBusy)
  }
}

const tooManyRedirects = (): HttpError =>
  new HttpError(
    'HTTP_INVALID',
    `The address redirects more than ${httpLimits.redirectsMax} times. Use the final address.`,
  )

/** After a redirect a call was made, so that doing the job again must cost a retry. */
const notBusy = (error: unknown): never => {
  const isBusy = error instanceof HttpError && error.code === 'HTTP_BUSY'
  throw isBusy ? new HttpError('HTTP_UNREACHABLE', error.message) : error
}

const idempotent = new Set(['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'TRACE'])

// A server may close an idle connection just when we use it. Whether it saw the request is not
// known, so only what may be repeated is sent again, on a connection that cannot be stale.
const exchangeRepeatably = async (call: Exchange): Promise<WireResponse> => {
  try {
    return await exchange(call)
  } catch (error) {
    const isRepeatable = idempotent.has(call.request.method)
    if (!isRepeatable || !(error instanceof StaleConnectionError)) throw error
    return exchange({ ...call, connections: freshConnections })
  }
}
