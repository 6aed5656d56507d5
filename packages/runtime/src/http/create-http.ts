import { Agent } from 'node:http'
import { Agent as SecureAgent } from 'node:https'
import { OrchestrationError, parseJson } from '@tenon/orchestration'
import { type Http, HttpError, type HttpRequest, type HttpResponse } from '@tenon/sdk'
import { decodeContent } from './content-coding.ts'
import {
  type Connections,
  type Exchange,
  exchange,
  StaleConnectionError,
  type WireResponse,
} from './exchange.ts'
import { httpLimits, timeLimitsOf } from './http-limits.ts'
import { redirectOf } from './redirect.ts'

/** One for the process: its calls share connections, which stay open between them. */
export interface HttpClient {
  /** The client for one job: its calls end with the signal's reason when the signal aborts. */
  withSignal(signal: AbortSignal): Http
  /** Closes the connections; calls under way fail. */
  close(): void
}

/** The client that all connectors use; its limits are `httpLimits`. */
export const createHttp = (): HttpClient => {
  const options = {
    keepAlive: true,
    maxSockets: httpLimits.connectionsPerHostMax,
    timeout: httpLimits.idleConnectionMs,
  }
  const connections = { plain: new Agent(options), secure: new SecureAgent(options) }
  return {
    withSignal: (signal) => ({ send: (request) => send(request, connections, signal) }),
    close: () => {
      connections.plain.destroy()
      connections.secure.destroy()
    },
  }
}

const send = async (
  request: HttpRequest,
  connections: Connections,
  signal: AbortSignal,
): Promise<HttpResponse> => {
  const limits = timeLimitsOf(request)
  const deadline = performance.now() + limits.totalMs
  let next = request
  for (let redirects = 0; redirects <= httpLimits.redirectsMax; redirects++) {
    const response = await exchangeRepeatably({
      request: next,
      connections,
      limits,
      deadline,
      signal,
    })
    const redirected = request.followRedirects === true ? redirectOf(next, response) : undefined
    if (redirected === undefined) return toResponse(response)
    next = redirected
  }
  throw new HttpError(
    'HTTP_INVALID',
    `The address redirects more than ${httpLimits.redirectsMax} times. Use the final address.`,
  )
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
    return exchange({ ...call, connections: undefined })
  }
}

const toResponse = async ({ status, reason, ...message }: WireResponse): Promise<HttpResponse> => {
  const { headers, body } = await decodeContent(message)
  const text = (): string => Buffer.from(body.buffer, body.byteOffset, body.length).toString('utf8')
  return { status, reason, headers, body, text, json: () => parseBody(text()) }
}

const parseBody = (text: string): unknown => {
  try {
    return parseJson(text)
  } catch (error) {
    if (error instanceof OrchestrationError) throw new SyntaxError(error.message, { cause: error })
    throw error
  }
}
