import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib'
import { HttpError } from '@tenon/sdk'
import { httpLimits } from './http-limits.ts'
import type { HeaderList } from './request-headers.ts'

type Decode = (
  bytes: Uint8Array,
  options: { readonly maxOutputLength: number },
) => Promise<Uint8Array>

const unzip: Decode = promisify(gunzip)
const inflateZlib: Decode = promisify(inflate)
const inflateBare: Decode = promisify(inflateRaw)

// Some servers send "deflate" without the zlib frame that it means.
const inflateEither: Decode = (bytes, options) =>
  ((bytes[0] ?? 0) & 0x0f) === 8 ? inflateZlib(bytes, options) : inflateBare(bytes, options)

const decoders = new Map<string, Decode>([
  ['gzip', unzip],
  ['x-gzip', unzip],
  ['deflate', inflateEither],
  ['br', promisify(brotliDecompress)],
])

/** Several megabytes can hide in each layer; nobody honest needs more. */
const codingsMax = 2

interface Message {
  readonly headers: HeaderList
  readonly body: Uint8Array
}

/**
 * Decodes a body, and drops the headers that no longer hold for it. A body with a coding that is
 * not known stays as it is. Throws `HTTP_TOO_LARGE` or `HTTP_BROKEN`, which name the `origin`.
 */
export const decodeContent = async (message: Message, origin: string): Promise<Message> => {
  const codings = codingsOf(message.headers)
  const steps = codings.map((coding) => decoders.get(coding)).filter((step) => step !== undefined)
  const isKnown = steps.length > 0 && steps.length === codings.length
  if (!isKnown || message.body.length === 0) return message
  if (steps.length > codingsMax) throw broken(origin, `is encoded more than ${codingsMax} times`)
  let body = message.body
  for (const step of steps.toReversed()) body = await decode(step, body, origin)
  return { headers: message.headers.filter(([name]) => !isOfCoding(name)), body }
}

const codingsOf = (headers: HeaderList): string[] =>
  headers
    .filter(([name]) => name.toLowerCase() === 'content-encoding')
    .flatMap(([, value]) => value.split(','))
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== '' && coding !== 'identity')

const isOfCoding = (name: string): boolean =>
  ['content-encoding', 'content-length'].includes(name.toLowerCase())

const decode = async (step: Decode, bytes: Uint8Array, origin: string): Promise<Uint8Array> => {
  try {
    return await step(bytes, { maxOutputLength: httpLimits.responseBytesMax })
  } catch (error) {
    throw isTooLong(error) ? tooLarge(origin) : broken(origin, 'cannot be decoded', error)
  }
}

const isTooLong = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'

const broken = (origin: string, how: string, cause?: unknown): HttpError =>
  new HttpError('HTTP_BROKEN', `The answer from ${origin} ${how}.`, { cause })

/** The refusal of an answer over the limit. */
export const tooLarge = (origin: string): HttpError =>
  new HttpError(
    'HTTP_TOO_LARGE',
    `The answer from ${origin} is larger than ${httpLimits.responseBytesMax} bytes. Ask for less.`,
  )
