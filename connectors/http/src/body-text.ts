import type { HttpResponse } from '@tenon/sdk'
import { mediaTypeOf, parameterOf } from './content-type.ts'

/** A byte order mark is a character of the text like any other. */
const decoder = (charset: string, fatal = false): TextDecoder | undefined => {
  try {
    return new TextDecoder(charset, { fatal, ignoreBOM: true })
  } catch {
    // There is no such charset.
    return undefined
  }
}

const textual = /^text\/|[/+](?:json|xml|yaml|csv|javascript|x-ndjson|x-www-form-urlencoded)$/

/**
 * The body as the text that it shows itself to be: in the charset of its Content-Type, where that is
 * one of text; else in UTF-8, or in what servers mean that name no charset. Undefined for what is
 * no text.
 */
export const textOf = (response: HttpResponse): string | undefined => {
  const contentType = contentTypeOf(response)
  const isTextual = textual.test(mediaTypeOf(contentType))
  const declared = isTextual ? declaredDecoder(contentType) : undefined
  if (declared !== undefined) return declared.decode(response.body)
  return strictText(response.body, 'utf-8') ?? (isTextual ? legacyText(response) : undefined)
}

/** The body in a charset; undefined where there is no such charset, or the body is not in it. */
export const strictText = (body: Uint8Array, charset: string): string | undefined => {
  try {
    return decoder(charset, true)?.decode(body)
  } catch {
    // A byte of it has no meaning in the charset.
    return undefined
  }
}

const declaredDecoder = (contentType: string): TextDecoder | undefined => {
  const charset = parameterOf(contentType, 'charset')
  return charset === undefined ? undefined : decoder(charset)
}

/** ISO-8859-1 as browsers read it: each byte has a character, so none is lost. */
const legacyText = ({ body }: HttpResponse): string | undefined => strictText(body, 'iso-8859-1')

const contentTypeOf = ({ headers }: HttpResponse): string =>
  headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? ''
