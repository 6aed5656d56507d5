import { ConnectorError, type HttpResponse, InputError } from '@tenon/sdk'
import { strictText, textOf } from './body-text.ts'
import type { ResponseFormat } from './response-format.ts'
import { toTransportError } from './transport-error.ts'

/**
 * The body as the model wants it. Throws `ConnectorError` for what is not the JSON that it should
 * be, or is too deep, and `InputError` for what is no text in the charset chosen.
 */
export const readBody = (response: HttpResponse, format?: ResponseFormat): unknown => {
  switch (format?.choice) {
    case 'JSON':
      return readJson(response)
    case 'TEXT':
      return readText(response, format.encoding)
    case 'BASE64':
      return response.body.length === 0 ? null : response.body.toBase64()
    default:
      return readAny(response)
  }
}

/** The body as text where it is any, else as base64. */
export const readAsText = (response: HttpResponse): string =>
  textOf(response) ?? response.body.toBase64()

/**
 * The body as Camunda reads it, whatever its Content-Type: a JSON object or list, also one that
 * other text follows, is that value; nothing or blanks are null; all else is text. A byte order
 * mark makes text of what follows. What is no text is base64, where Camunda damages it.
 */
const readAny = (response: HttpResponse): unknown => {
  const text = readAsText(response)
  if (!/\S/.test(text)) return null
  if (!/^[ \t\r\n]*[{[]/.test(text)) return text
  const whole = parse(response, text)
  if (whole !== undefined) return whole
  const end = endOfValue(text)
  if (end === undefined || !/\S/.test(text.slice(end))) return text
  return parse(response, text.slice(0, end)) ?? text
}

const readText = (response: HttpResponse, encoding: string | undefined): string => {
  const isChosen = encoding !== undefined && encoding.trim() !== ''
  const text = isChosen ? strictText(response.body, encoding.trim()) : textOf(response)
  if (text !== undefined) return text
  throw new InputError(
    `documentReturnFormat: The answer is no text${isChosen ? ` in ${encoding.trim()}` : ''}. ` +
      'Choose the character set that it has, or BASE64.',
  )
}

/** Nothing is null, such as the answer to a deletion. */
const readJson = (response: HttpResponse): unknown => {
  const text = readAsText(response).replace(/^\uFEFF/, '')
  if (!/\S/.test(text)) return null
  const value = parse(response, text)
  if (value !== undefined) return value
  throw new ConnectorError(
    'documentReturnFormat: The answer is not JSON. Choose another format, or none.',
  )
}

/** Undefined for what is no JSON. */
const parse = (response: HttpResponse, text: string): unknown => {
  try {
    return response.json(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw toTransportError(error)
  }
}

/** Where the first object or list ends; undefined when it does not. */
const endOfValue = (text: string): number | undefined => {
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at)
    if (character === '"') at = endOfString(text, at)
    else if (character === '{' || character === '[') depth++
    else if ((character === '}' || character === ']') && --depth === 0) return at + 1
  }
  return undefined
}

const endOfString = (text: string, start: number): number => {
  for (let at = start + 1; at < text.length; at++) {
    const character = text.charAt(at)
    if (character === '\\') at++
    else if (character === '"') return at
  }
  return text.length
}
