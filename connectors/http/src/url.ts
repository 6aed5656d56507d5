import { ConnectorError, InputError } from '@tenon/sdk'
import { protocolError } from './transport-error.ts'

/** A query parameter; null has no `=`. */
export type QueryParameter = readonly [name: string, value: string | null]

const parts = /^(https?:\/\/[^/?#]*)([^?#]*)(?:\?([^#]*))?/

/**
 * The URL as it goes on the wire: re-encoded as Camunda does it (or as written, with
 * `skipEncoding`), without its fragment, and with the parameters after its own.
 */
export const toWireUrl = (
  url: string,
  parameters: readonly QueryParameter[],
  { skipEncoding }: { readonly skipEncoding: boolean },
): string => {
  const [, origin = '', path = '', query] = parts.exec(url.trim()) ?? []
  if (origin.includes('@')) throw new ConnectorError(protocolError.message, protocolError)
  const own = skipEncoding ? asWritten(path, query) : reencoded(path, query)
  const added = parameters.map(([name, value]) => strictPair(name, value))
  const all = [...own.query, ...added].join('&')
  return `${origin}${own.path}${all === '' ? '' : `?${all}`}`
}

interface Tail {
  readonly path: string
  readonly query: readonly string[]
}

const asWritten = (path: string, query: string | undefined): Tail => {
  if (/[^!-~]|["<>\\^`{|}]/.test(path + (query ?? ''))) {
    throw new InputError(
      'The input is not valid: url has a character that must be percent-encoded, ' +
        'or switch skipEncoding off.',
    )
  }
  return { path, query: query === undefined || query === '' ? [] : [query] }
}

const reencoded = (path: string, query: string | undefined): Tail => ({
  path: path
    .split('/')
    .map((segment) => reencode(segment, pathSafe))
    .join('/'),
  query: (query ?? '')
    .replaceAll('+', ' ')
    .split('&')
    .filter((piece) => piece !== '')
    .map((piece) => reencodePair(piece)),
})

const reencodePair = (piece: string): string => {
  const at = piece.indexOf('=')
  const [name, value] = at < 0 ? [piece, ''] : [piece.slice(0, at), piece.slice(at + 1)]
  // A parameter without a value loses its "=".
  return pair(reencode(name, querySafe), value === '' ? null : reencode(value, querySafe))
}

const strictPair = (name: string, value: string | null): string =>
  pair(strict(name), value === null ? null : strict(value))

const pair = (name: string, value: string | null): string =>
  value === null ? name : `${name}=${value}`

const pathSafe = /%(?:40|3A|24|26|2C|3B|3D)/g
const querySafe = /%(?:40|3A|24|2C|3B|2F|3F)/g

// What is encoded because it would mean something else plain stays encoded.
const kept = /(%2F|%26|%2B)/i

const reencode = (text: string, safe: RegExp): string =>
  text
    .split(kept)
    .map((part, at) =>
      at % 2 === 1
        ? part.toUpperCase()
        : encodeURIComponent(decode(part)).replaceAll(safe, (code) => decodeURIComponent(code)),
    )
    .join('')

// A byte order mark is a character of the path like any other.
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

const decode = (text: string): string => {
  if (/%(?![0-9a-f]{2})/i.test(text)) {
    throw new InputError(
      'The input is not valid: url has a "%" without two hexadecimal digits. ' +
        'Write "%25" for the sign itself.',
    )
  }
  return text
    .replaceAll(/(?:%[0-9a-f]{2})+/gi, (codes) =>
      utf8.decode(Uint8Array.fromHex(codes.replaceAll('%', ''))),
    )
    .toWellFormed()
}

/** Everything but letters, digits and `-_.~` percent-encoded. */
const strict = (text: string): string =>
  encodeURIComponent(text.toWellFormed()).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
