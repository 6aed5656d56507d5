import type { IncomingMessage } from 'node:http'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ServerError } from './errors.ts'
import { isLoopbackHostHeader } from './loopback.ts'

/**
 * Lets only this machine's own programs and pages in: there is no login, so a web page that the
 * browser has open must not drive the server. `Host` stops a foreign name that resolves to us
 * (DNS rebinding), `Origin` a foreign page that sends to our name.
 */
export const guardLoopback = (app: FastifyInstance): void => {
  app.addHook('onRequest', (request, _reply, done) => done(refusalOf(request)))
}

/** Why a request is not let in, also one that Fastify refuses before its hooks. */
export const refusalOf = ({ raw }: FastifyRequest): ServerError | undefined => {
  const headers = hostHeadersOf(raw)
  const [header = ''] = headers
  const hosts = [...headers, hostOfTarget(raw.url) ?? header]
  const foreign = hosts.find((host) => !isLoopbackHostHeader(host))
  if (foreign !== undefined) return foreignHost(foreign)
  if (headers.length > 1) return severalHosts(headers)
  const origin = raw.headers.origin?.toLowerCase()
  return origin === undefined || origin === `http://${header}`
    ? undefined
    : foreignPage(origin, header)
}

/** All of them, where Node's own `headers.host` is only the first. */
const hostHeadersOf = ({ rawHeaders }: IncomingMessage): readonly string[] => {
  const hosts: string[] = []
  for (let index = 0; index < rawHeaders.length; index += 2) {
    if (rawHeaders[index]?.toLowerCase() !== 'host') continue
    hosts.push(rawHeaders[index + 1]?.toLowerCase() ?? '')
  }
  return hosts
}

/** A request to a proxy has the whole address where others have a path. */
const hostOfTarget = (target = '/'): string | undefined => {
  if (target.startsWith('/') || target === '*') return undefined
  return /^https?:\/\/([^/?#]*)/i.exec(target)?.[1]?.toLowerCase() ?? ''
}

const foreignHost = (host: string): ServerError =>
  new ServerError(
    'HOST_REFUSED',
    `The Host header "${host}" names no loopback address. Use 127.0.0.1, localhost or [::1].`,
  )

const severalHosts = (hosts: readonly string[]): ServerError =>
  new ServerError(
    'HOST_REFUSED',
    `The request has several Host headers: ${hosts.join(', ')}. Send one.`,
  )

const foreignPage = (origin: string, host: string): ServerError =>
  new ServerError(
    'ORIGIN_REFUSED',
    `A page of ${origin} may not drive Tenon at http://${host}. Open that address itself.`,
  )
