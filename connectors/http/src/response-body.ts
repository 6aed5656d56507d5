import type { HttpResponse } from '@tenon/sdk'

/**
 * The body as Camunda reads it, whatever its Content-Type: a JSON object or list, also one that
 * other text follows, is that value; nothing or blanks are null; all else is text, in UTF-8.
 */
export const readBody = (response: HttpResponse): unknown => {
  const text = decoder.decode(response.body)
  if (text.trim() === '') return null
  if (!/^[ \t\r\n]*[{[]/.test(text)) return text
  try {
    return response.json()
  } catch (error) {
    if (error instanceof SyntaxError) return readBeginning(text)
    throw error
  }
}

// A byte order mark is text here, and makes text of what follows.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

const readBeginning = (text: string): unknown => {
  const end = endOfValue(text)
  if (end === undefined || text.slice(end).trim() === '') return text
  try {
    return JSON.parse(text.slice(0, end), keepWholeNumbers)
  } catch {
    return text
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

function keepWholeNumbers(
  this: unknown,
  _name: string,
  value: unknown,
  { source }: { readonly source?: string },
): unknown {
  const isLong = typeof value === 'number' && !Number.isSafeInteger(value)
  return isLong && source !== undefined && /^-?\d+$/.test(source) ? JSON.rawJSON(source) : value
}
