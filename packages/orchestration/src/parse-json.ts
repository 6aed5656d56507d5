import { OrchestrationError } from './errors.ts'
import type { Json } from './json.ts'

/** Levels of nesting that are accepted in JSON from outside. */
export const jsonDepthMax = 64

const longNumber = /\d{16}|\d[eE]/

/**
 * Parses JSON without losing a digit and with at most `jsonDepthMax` levels.
 * Throws `JSON_INVALID` or `JSON_TOO_DEEP`.
 */
export const parseJson = (text: string): Json => {
  if (text.length > jsonDepthMax * 2) requireShallow(text)
  try {
    // A plain parse is several times faster, and exact when no number has 16 digits.
    return longNumber.test(text) ? (JSON.parse(text, keepDigits) as Json) : parsePlain(text)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new OrchestrationError('JSON_INVALID', `The text is not JSON: ${reason}`)
  }
}

const parsePlain = (text: string): Json => JSON.parse(text)

function keepDigits(
  this: unknown,
  _name: string,
  value: unknown,
  { source }: { readonly source?: string },
): unknown {
  if (typeof value !== 'number' || source === undefined) return value
  return isExact(value, source) ? value : JSON.rawJSON(source)
}

const isExact = (value: number, source: string): boolean => {
  if (Number.isSafeInteger(value)) return true
  const digits =
    /^-?0*([\d.]*)/
      .exec(source)?.[1]
      ?.replace('.', '')
      .replace(/^0+|0+$/g, '') ?? ''
  return Number.isFinite(value) && digits.length <= 15
}

const quote = 0x22
const backslash = 0x5c
const opening = new Set([0x5b, 0x7b])
const closing = new Set([0x5d, 0x7d])

const requireShallow = (text: string): void => {
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at)
    if (character === quote) at = endOfString(text, at)
    else if (opening.has(character)) depth++
    else if (closing.has(character)) depth--
    if (depth > jsonDepthMax) throw tooDeep(at)
  }
}

const endOfString = (text: string, start: number): number => {
  for (let at = start + 1; at < text.length; at++) {
    const character = text.charCodeAt(at)
    if (character === backslash) at++
    else if (character === quote) return at
  }
  return text.length
}

const tooDeep = (position: number): OrchestrationError =>
  new OrchestrationError(
    'JSON_TOO_DEEP',
    `The JSON is nested deeper than ${jsonDepthMax} levels at position ${position}. Flatten it.`,
  )
