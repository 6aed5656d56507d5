import { HttpError } from '@tenon/sdk'

/** Where a request goes; path and query are as written, not normalised. */
export interface RequestTarget {
  readonly isSecure: boolean
  readonly hostname: string
  readonly port: number
  /** As in the Host header: without the scheme's own port. */
  readonly host: string
  /** For messages: an address's path and query may hold secrets. */
  readonly origin: string
  readonly path: string
}

const absoluteUrl = /^(https?):\/\/([^/?#]*)([^?#]*)(\?[^#]*)?/i
// A URL parser reads these as the end of the host, or as user information.
const misleading = /[\s\\@]/

/** Throws `HTTP_INVALID`. */
export const parseTarget = (url: string): RequestTarget => {
  const [, scheme = '', authority = '', path = '', query = ''] = absoluteUrl.exec(url) ?? []
  const parsed = misleading.test(authority) ? null : URL.parse(`${scheme}://${authority}/`)
  if (parsed === null) {
    throw new HttpError(
      'HTTP_INVALID',
      'The address is not an http(s) URL, or holds user information. Correct the URL.',
    )
  }
  const isSecure = parsed.protocol === 'https:'
  return {
    isSecure,
    hostname: parsed.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: parsed.port === '' ? (isSecure ? 443 : 80) : Number(parsed.port),
    host: parsed.host,
    origin: parsed.origin,
    path: (path === '' ? '/' : path) + query,
  }
}
