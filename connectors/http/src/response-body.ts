import type { HttpResponse } from '@tenon/sdk'
import { toTransportError } from './transport-error.ts'

/**
 * The body as Camunda reads it, whatever its Content-Type: a JSON object or list, also one that
 * other text follows, is that value; nothing or blanks are null; all else is text, in UTF-8. A byte
 * order mark makes text of what follows. Throws `ConnectorError` for JSON that is too deep.
 */
export const readBody = (response: HttpResponse): unknown => {
  const text = response.text()
  if (!/\S/.test(text)) return null
  if (!/^[ \t\r\n]*[{[]/.test(text)) return text
  const whole = parse(response)
  if (whole !== undefined) return whole
  const end = endOfValue(text)
  if (end === undefined || !/\S/.test(text.slice(end))) return text
  return parse(response, text.slice(0, end)) ?? text
}

/** Undefined for what is no JSON. */
const parse = (response: HttpResponse, part?: string): unknown => {
  try {
    return response.json(part)
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
