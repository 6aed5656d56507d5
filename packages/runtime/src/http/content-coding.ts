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

interface Message {
  readonly headers: HeaderList
  readonly body: Uint8Array
}

/**
 * Decodes a body, and drops the headers that no longer hold for it. A body with a coding that is
 * not known stays as it is. Throws `HTTP_TOO_LARGE` or `HTTP_BROKEN`.
 */
export const decodeContent = async (message: Message): Promise<Message> => {
  const codings = codingsOf(message.headers)
  const steps = codings.map((coding) => decoders.get(coding)).filter((step) => step !== undefined)
  const isKnown = steps.length > 0 && steps.length === codings.length
  if (!isKnown || message.body.length === 0) return message
  // Several megabytes can hide in each layer; nobody honest needs more than two.
  if (steps.length > 2) throw new HttpError('HTTP_BROKEN', 'The answer is encoded too many times.')
  let body = message.body
  for (const step of steps.toReversed()) body = await decode(step, body)
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

const decode = async (step: Decode, bytes: Uint8Array): Promise<Uint8Array> => {
  try {
    return await step(bytes, { maxOutputLength: httpLimits.responseBytesMax })
  } catch (error) {
    if (isTooLong(error)) throw tooLarge()
    throw new HttpError('HTTP_BROKEN', 'The answer cannot be decoded.', { cause: error })
  }
}

const isTooLong = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'

/** The refusal of an answer over the limit. */
export const tooLarge = (): HttpError =>
  new HttpError(
    'HTTP_TOO_LARGE',
    `The answer is larger than ${httpLimits.responseBytesMax} bytes. Ask for less.`,
  )
