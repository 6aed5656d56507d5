import { OrchestrationError } from './errors.ts'
import type { Json } from './json.ts'

/** Levels of nesting that are accepted in JSON from outside. */
export const jsonDepthMax = 64

// So many levels need as many brackets, twice.
const shallowLengthMax = jsonDepthMax * 2

// In a short text a search is cheaper than a walk; what it finds may stand in a string.
const maybeLong = /[\d.]{16}|\d[eE]/

/**
 * Parses JSON without losing a digit and with at most `jsonDepthMax` levels.
 * Throws `JSON_INVALID` or `JSON_TOO_DEEP`.
 */
export const parseJson = (text: string): Json => {
  const isSimple = text.length <= shallowLengthMax && !maybeLong.test(text)
  const isExactText = isSimple || walk(text)
  try {
    // A plain parse is several times faster, and exact where every number fits a double.
    return isExactText ? parsePlain(text) : (JSON.parse(text, keepDigits) as Json)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new OrchestrationError('JSON_INVALID', `The text is not JSON: ${reason}`)
  }
}

/** Throws `JSON_TOO_DEEP` for JSON text of more than `jsonDepthMax` levels. */
export const requireShallowJson = (text: string): void => {
  if (text.length > shallowLengthMax) walk(text)
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
const zero = 0x30
const nine = 0x39

/**
 * Looks once at each character outside of strings: throws `JSON_TOO_DEEP`, and answers whether a
 * plain parse keeps all digits. Text that is no JSON may get any answer.
 */
const walk = (text: string): boolean => {
  let depth = 0
  let isExactText = true
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at)
    if (character === quote) at = endOfString(text, at)
    else if (isOpening(character)) depth++
    else if (isClosing(character)) depth--
    else if (character >= zero && character <= nine) {
      const end = endOfNumber(text, at)
      if (isExactText && mayBeLong(text, at, end)) isExactText = isExactAt(text, at, end)
      at = end - 1
    }
    if (depth > jsonDepthMax) throw tooDeep(at)
  }
  return isExactText
}

const isOpening = (character: number): boolean => character === 0x5b || character === 0x7b
const isClosing = (character: number): boolean => character === 0x5d || character === 0x7d

const endOfString = (text: string, start: number): number => {
  for (let at = start + 1; at < text.length; at++) {
    const character = text.charCodeAt(at)
    if (character === backslash) at++
    else if (character === quote) return at
  }
  return text.length
}

/** Where what begins with a digit ends: at the first that is no digit, letter E, point or sign. */
const endOfNumber = (text: string, start: number): number => {
  let end = start + 1
  while (end < text.length && isOfNumber(text.charCodeAt(end))) end++
  return end
}

const isOfNumber = (character: number): boolean =>
  (character >= zero && character <= nine) ||
  character === 0x2e ||
  character === 0x65 ||
  character === 0x45 ||
  character === 0x2b ||
  character === 0x2d

/** A shorter number without an exponent is always exact. */
const mayBeLong = (text: string, start: number, end: number): boolean => {
  if (end - start > exactDigitsMax) return true
  for (let at = start + 1; at < end; at++) {
    const character = text.charCodeAt(at)
    if (character === 0x65 || character === 0x45) return true
  }
  return false
}

const isExactAt = (text: string, start: number, end: number): boolean => {
  const source = text.slice(start, end)
  return isExact(Number(source), source)
}

const tooDeep = (position: number): OrchestrationError =>
  new OrchestrationError(
    'JSON_TOO_DEEP',
    `The JSON is nested deeper than ${jsonDepthMax} levels at position ${position}. Flatten it.`,
  )
