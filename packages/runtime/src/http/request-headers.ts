import { HttpError, type HttpRequest } from '@tenon/sdk'
import type { RequestTarget } from './request-target.ts'

/** Pairs of name and value, in the order of the wire. */
export type HeaderList = readonly (readonly [name: string, value: string])[]

// The client frames the message; a second opinion about its length is how requests are smuggled.
const framing = new Set(['content-length', 'transfer-encoding', 'trailer'])
const methodsWithBody = new Set(['POST', 'PUT', 'PATCH'])

/**
 * All headers of a request as Node takes them raw: name, value, name, value. Those that the caller
 * gave replace the client's. Throws `HTTP_INVALID`.
 */
export const wireHeaders = (request: HttpRequest, target: RequestTarget): string[] => {
  const given = new Set(request.headers.map(([name]) => name.toLowerCase()))
  for (const name of given) if (framing.has(name)) throw frames(name)
  const own: HeaderList = [
    ['Host', target.host],
    ['Accept-Encoding', 'gzip, x-gzip, deflate'],
    ['Connection', 'keep-alive'],
    ['User-Agent', 'Tenon'],
    ...lengthOf(request),
  ]
  return [...own.filter(([name]) => !given.has(name.toLowerCase())), ...request.headers].flat()
}

const lengthOf = ({ method, body }: HttpRequest): HeaderList => {
  if (body === undefined && !methodsWithBody.has(method)) return []
  return [['Content-Length', String(Buffer.byteLength(body ?? ''))]]
}

const frames = (name: string): HttpError =>
  new HttpError('HTTP_INVALID', `The header "${name}" is set by the client. Remove it.`)
