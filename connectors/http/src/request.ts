import { ConnectorError, InputError, type HttpRequest } from '@tenon/sdk'
import manifest from '../package.json' with { type: 'json' }
import { credentialsOf } from './authentication.ts'
import { identityOf } from './client-tls.ts'
import type { Input } from './input.ts'
import { payloadOf } from './payload.ts'
import { toWireUrl } from './url.ts'

type Header = readonly [name: string, value: string]

/** The request that an input asks for, but for a token of OAuth. Throws `InputError`, and `ConnectorError` for timeouts. */
export const toRequest = (input: Input, idempotencyKey: string): HttpRequest => {
  const { method, url, queryParameters = {}, skipEncoding, followRedirects } = input
  if (method === null) {
    throw new InputError('The input is not valid: method is null. Leave it out for GET.')
  }
  const { headers, parameters } = credentialsOf(input.authentication)
  const tls = identityOf(input.clientTls)
  const own = Object.entries(input.headers ?? {})
  const payload = payloadOf(input, own.find(isGivenContentType)?.[1] ?? undefined)
  return {
    method,
    url: toWireUrl(url, [...parameters, ...Object.entries(queryParameters)], { skipEncoding }),
    headers: [
      ...(own.some(([name]) => isNamed(name, 'user-agent')) ? [] : [userAgent]),
      ...headers,
      ...contentType(payload.contentType),
      ...own.filter(([name]) => !isNamed(name, 'content-type')).map(withText),
      ...keyHeader(input.idempotencyKeyHeader, idempotencyKey),
    ].map(onOneLine),
    ...(payload.body !== undefined && { body: payload.body }),
    ...timeouts(input),
    followRedirects,
    ...(tls !== undefined && { tls }),
  }
}

export const userAgent: Header = ['User-Agent', `Tenon/${manifest.version}`]

const isNamed = (name: string, lowerCase: string): boolean => name.toLowerCase() === lowerCase

const isGivenContentType = ([name, value]: readonly [string, string | null]): boolean =>
  isNamed(name, 'content-type') && value !== null

const contentType = (value: string | undefined): readonly Header[] =>
  value === undefined ? [] : [['Content-Type', value]]

const withText = ([name, value]: readonly [string, string | null]): Header => [name, value ?? '']

const keyHeader = (name: string | undefined, key: string): readonly Header[] =>
  name === undefined || name.trim() === '' ? [] : [[name.trim(), key]]

/** A line break in a value, such as at the end of a secret from a file, is a space. */
const onOneLine = ([name, value]: Header): Header => [name, value.replaceAll(/[\r\n\f\v]/g, ' ')]

// Only what a model sets wins over the platform's own limits.
const timeouts = (input: Input): Pick<HttpRequest, 'connectTimeoutMs' | 'readTimeoutMs'> => {
  const connect = input.connectionTimeoutInSeconds
  const read = input.readTimeoutInSeconds ?? connect
  return {
    ...(connect !== undefined && { connectTimeoutMs: toMs('connectionTimeoutInSeconds', connect) }),
    ...(read !== undefined && { readTimeoutMs: toMs('readTimeoutInSeconds', read) }),
  }
}

// Camunda tries a negative time again as well, so it is no input error.
const toMs = (field: string, seconds: number): number => {
  if (seconds < 0) throw new ConnectorError(`${field}: ${seconds} is negative. Give 0 or more.`)
  return Math.trunc(seconds) * 1_000
}
