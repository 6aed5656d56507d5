import type { FastifyInstance } from 'fastify'
import { ServerError } from './errors.ts'
import { isLoopbackHostHeader } from './loopback.ts'

/**
 * Lets only this machine's own programs and pages in: there is no login, so a web page that the
 * browser has open must not drive the server. `Host` stops a foreign name that resolves to us
 * (DNS rebinding), `Origin` a foreign page that sends to our name.
 */
export const guardLoopback = (app: FastifyInstance): void => {
  app.addHook('onRequest', (request, _reply, done) => {
    const { host = '', origin } = request.headers
    done(refusal(host.toLowerCase(), origin?.toLowerCase()))
  })
}

const refusal = (host: string, origin: string | undefined): ServerError | undefined => {
  if (!isLoopbackHostHeader(host)) {
    return new ServerError(
      'HOST_REFUSED',
      `The Host header "${host}" names no loopback address. Use 127.0.0.1, localhost or [::1].`,
    )
  }
  if (origin === undefined || origin === `http://${host}`) return undefined
  return new ServerError(
    'ORIGIN_REFUSED',
    `A page of ${origin} may not drive Tenon at http://${host}. Open that address itself.`,
  )
}
