import type { HttpRequest } from '@tenon/sdk'
import type { HeaderList } from './request-headers.ts'

const redirects = new Set([301, 302, 303, 307, 308])
const rewritesPost = new Set([301, 302])

// Any other header may hold a credential: nobody but the author knows its name.
const allowedElsewhere = new Set([
  'accept',
  'accept-charset',
  'accept-encoding',
  'accept-language',
  'cache-control',
  'content-encoding',
  'content-language',
  'content-type',
  'user-agent',
])

/** The request that a response asks for instead; undefined where it asks for none. */
export const redirectOf = (
  request: HttpRequest,
  response: { readonly status: number; readonly headers: HeaderList },
): HttpRequest | undefined => {
  if (!redirects.has(response.status)) return undefined
  const location = response.headers.find(([name]) => name.toLowerCase() === 'location')?.[1]
  const url = location === undefined ? null : URL.parse(location, request.url)
  if (url === null) return undefined
  const { body, headers, tls, ...rest } = request
  const isHome = isSameOrigin(url, request.url)
  const kept = headers.filter(isHome ? isNotHost : isHarmless)
  const next = { ...rest, url: url.href, ...(isHome && tls !== undefined && { tls }) }
  return becomesGet(request.method, response.status)
    ? { ...next, method: 'GET', headers: kept.filter(isNotOfBody) }
    : { ...next, headers: kept, ...(body !== undefined && { body }) }
}

const becomesGet = (method: string, status: number): boolean =>
  (status === 303 && method !== 'HEAD') || (rewritesPost.has(status) && method === 'POST')

const isSameOrigin = (url: URL, other: string): boolean => url.origin === URL.parse(other)?.origin

const isNotHost = ([name]: readonly [string, string]): boolean => name.toLowerCase() !== 'host'

const isHarmless = ([name]: readonly [string, string]): boolean =>
  allowedElsewhere.has(name.toLowerCase())

const isNotOfBody = ([name]: readonly [string, string]): boolean =>
  !name.toLowerCase().startsWith('content-')
