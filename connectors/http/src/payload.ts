import { InputError } from '@tenon/sdk'
import { mediaTypeOf, parameterOf } from './content-type.ts'
import { formText } from './form-text.ts'
import type { Input } from './input.ts'
import { jsonText } from './json-text.ts'
import { latin1 } from './latin1.ts'
import { toMultipart } from './multipart.ts'

/** What a request carries, and the Content-Type it has then; both absent for GET and DELETE. */
export interface Payload {
  readonly body?: string | Uint8Array
  readonly contentType?: string
}

const withoutBody = new Set(['GET', 'DELETE'])

export const payloadOf = (
  { method, body, ignoreNullValues }: Pick<Input, 'method' | 'body' | 'ignoreNullValues'>,
  given: string | undefined,
): Payload => {
  if (method === null || withoutBody.has(method)) {
    return given === undefined ? {} : { contentType: given }
  }
  if (body === null || body === undefined) {
    return { body: '', contentType: given ?? 'text/plain; charset=UTF-8' }
  }
  const mediaType = given === undefined ? '' : mediaTypeOf(given)
  if (given !== undefined && isContext(body)) {
    if (mediaType === 'multipart/form-data') return toMultipart(body, given)
    if (mediaType === 'application/x-www-form-urlencoded') {
      return { body: formText(body), contentType: given }
    }
  }
  const text = typeof body === 'string' ? body : jsonText(body, { ignoreNulls: ignoreNullValues })
  return { body: encode(text, given), contentType: given ?? 'application/json' }
}

const isContext = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !JSON.isRawJSON(value)

const encode = (text: string, contentType: string | undefined): string | Uint8Array => {
  const charset = contentType === undefined ? undefined : parameterOf(contentType, 'charset')
  if (charset?.toLowerCase() !== 'iso-8859-1') return text
  const bytes = latin1(text)
  if (bytes !== undefined) return bytes
  throw new InputError(
    'body: has characters that ISO-8859-1, the charset of its Content-Type, does not have. ' +
      'Use charset=UTF-8.',
  )
}
