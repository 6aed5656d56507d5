import { OrchestrationError } from './errors.ts'
import type { Json } from './json.ts'

/** Levels of nesting that are accepted in JSON from outside. */
export const jsonDepthMax = 64

// A decimal point may stand among the digits; a text of 16 digits in a row costs only time.
const longNumber = /[\d.]{16}|\d[eE]/

/**
 * Parses JSON without losing a digit and with at most `jsonDepthMax` levels.
 * Throws `JSON_INVALID` or `JSON_TOO_DEEP`.
 */
export const parseJson = (text: string): Json => {
  requireShallowJson(text)
  try {
    // A plain parse is several times faster, and exact when no number has 16 digits or an exponent.
    return longNumber.test(text) ? (JSON.parse(text, keepDigits) as Json) : parsePlain(text)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new OrchestrationError('JSON_INVALID', `The text is not JSON: ${reason}`)
  }
}

const parsePlain = (text: string): Json => JSON.parse(text) as Json

function keepDigits(
  this: unknown,
  _name: string,
  value: unknown,
  { source }: { readonly source?: string },
): unknown {
  if (typeof value !== 'number' || source === undefined) return value
  return isExact(value, source) ? value : JSON.rawJSON(source)
}

// Decimals of 15 digits and fewer come back from a double as they were, unless it is subnormal.
const exactDigitsMax = 15
const normalMin = 2.2250738585072014e-308

const isExact = (value: number, source: string): boolean => {
  if (Number.isSafeInteger(value) && !/[.eE]/.test(source)) return true
  const digits = significantDigits(source)
  if (digits === '') return true
  const magnitude = Math.abs(value)
  return digits.length <= exactDigitsMax && magnitude >= normalMin && magnitude < Infinity
}

const significantDigits = (source: string): string =>
  (/^[-\d.]*/.exec(source)?.[0] ?? '').replaceAll(/[-.]/g, '').replaceAll(/^0+|0+$/g, '')

const quote = 0x22
const backslash = 0x5c
const opening = new Set([0x5b, 0x7b])
const closing = new Set([0x5d, 0x7d])

/** Throws `JSON_TOO_DEEP` for JSON text of more than `jsonDepthMax` levels. */
export const requireShallowJson = (text: string): void => {
  // So many levels need as many brackets, twice.
  if (text.length <= jsonDepthMax * 2) return
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
