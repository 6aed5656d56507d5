import { base64Patterns } from './base64-patterns.ts'
import { pieces } from './pieces.ts'
import { replacing, type Replace } from './replacing.ts'

/** Patterns are dear to make, and the same few values come again with every job. */
const patterns = new Map<string, readonly Replace[]>()

/** Of all values whose patterns are kept: where one is found, those of a character take a kilobyte. */
export const keptCharactersMax = 150_000

/**
 * What finds a value, trimmed and not empty, in all forms that it may have taken. A long value has
 * several, each for a piece of it.
 */
export const patternsOf = (value: string): readonly Replace[] => {
  const known = patterns.get(value)
  if (known !== undefined) return known
  const characters = patterns.keys().reduce((sum, { length }) => sum + length, value.length)
  if (characters > keptCharactersMax) patterns.clear()
  const made = [...patternsInBase64(value), ...piecesOf(value).map(plainPattern)]
  patterns.set(value, made)
  return made
}

const lineBreaks = /[\r\n\f\v]/g

/** A header's value has spaces for its line breaks. */
const patternsInBase64 = (value: string): Replace[] => {
  const oneLine = value.replaceAll(lineBreaks, ' ')
  const forms = [...new Set([value, oneLine])]
  return forms.flatMap((form) => base64Patterns(new TextEncoder().encode(form)))
}

/** Characters of a value that one pattern takes: V8 refuses patterns that are too large. */
const pieceLengthMax = 256

const piecesOf = (value: string): string[][] =>
  pieces(Array.from(value.replaceAll(/\s+/g, ' ')), pieceLengthMax)

const plainPattern = (piece: readonly string[]): Replace => replacing([piece.map(formsOf)])

// Whatever stands for blanks and line breaks: in a URL, a form, JSON or a header.
const blanks = String.raw`(?:\s|\+|\\[nrtfv]|\\u00(?:0[9A-Da-d]|20)|%(?:0[9A-Da-d]|20))+`

/** A character plain, in a URL and in JSON: any of them, whatever the ones beside it have. */
const formsOf = (character: string): string => {
  if (character === ' ') return blanks
  // JSON never has a reason to escape these.
  if (/[A-Za-z0-9]/.test(character)) return `(?:${character}|${percentForm(character)})`
  const forms = [...plainForms(character), percentForm(character), jsonForm(character)]
  return `(?:${forms.join('|')})`
}

const plainForms = (character: string): readonly string[] => {
  const plain = RegExp.escape(character)
  // In a query it may be read as a blank, and be written anew.
  if (character === '+') return [plain, ' ', '%20']
  // What JSON escapes with a backslash; a slash may be.
  return /["\\/]/.test(character) ? [String.raw`\\${plain}`, plain] : [plain]
}

const percentForm = (character: string): string =>
  Array.from(new TextEncoder().encode(character), (byte) => `%${hexForm(byte, 2)}`).join('')

const jsonForm = (character: string): string =>
  Array.from({ length: character.length }, (_, at) => character.charCodeAt(at))
    .map((unit) => String.raw`\\u${hexForm(unit, 4)}`)
    .join('')

const hexForm = (code: number, length: number): string =>
  code
    .toString(16)
    .padStart(length, '0')
    .replaceAll(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`)
