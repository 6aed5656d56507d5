import type { FastifyInstance, FastifyReply } from 'fastify'
import { ServerError } from './errors.ts'

/** Tells requests that the server stops: new ones are refused, waiting ones answer at once. */
export const signalClosing = (app: FastifyInstance): AbortSignal => {
  const closing = new AbortController()
  app.addHook('preClose', (done) => {
    closing.abort()
    done()
  })
  app.addHook('onRequest', (_request, _reply, done) => {
    done(closing.signal.aborted ? new ServerError('SERVER_CLOSING') : undefined)
  })
  return closing.signal
}

/**
 * Aborts when the client goes away before it has its answer. The request's own `close` event
 * will not do: it comes as soon as the body was read.
 */
export const signalDisconnect = (reply: FastifyReply): AbortSignal => {
  const disconnected = new AbortController()
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) disconnected.abort()
  })
  return disconnected.signal
}

/** How often a stopping server hangs up on connections that have fallen idle. */
const idleCheckMs = 50

/**
 * Waits for the requests in flight, but not for ever. A client keeps its connection open after
 * its answer, so idle ones are closed again and again, not only at the start.
 */
export const closeWithin = async (app: FastifyInstance, timeoutMs: number): Promise<void> => {
  const idle = setInterval(() => app.server.closeIdleConnections(), idleCheckMs)
  const all = setTimeout(() => app.server.closeAllConnections(), timeoutMs)
  try {
    await app.close()
  } finally {
    clearInterval(idle)
    clearTimeout(all)
  }
}
