import { Decimal } from '../decimal.ts'
import { simplest } from '../numeric.ts'
import type { Syntax } from '../syntax.ts'
import type { Cursor } from './cursor.ts'
import type { Parser } from './parser.ts'

/** Far more than a number's digits that count; all of them are read. */
const lengthMax = 1_000

const number = /\d+(?:\.\d+)?|\.\d+/y

export const seesNumber = (cursor: Cursor): boolean => cursor.sees(number)

/** `1e3` is not FEEL. */
export const parseNumber = ({ cursor }: Parser): Syntax => {
  const from = cursor.at
  const text = cursor.take(number) ?? ''
  if (text.length > lengthMax) {
    const message = `A number has at most ${lengthMax} characters at position ${from}. Round it.`
    throw cursor.refused(from, message)
  }
  const value = Decimal.parse(text)
  if (value === undefined) throw cursor.unexpected()
  if (/^[eE][+-]?\d/.test(cursor.source.slice(cursor.since(from).to, cursor.since(from).to + 3))) {
    const message = `A number cannot have an exponent at position ${from}. Write all its digits.`
    throw cursor.refused(from, message)
  }
  return { kind: 'literal', value: simplest(value), ...cursor.since(from) }
}

/** A text with its quotes. A line break in it is fine. */
export const quoted = /"(?:\\[\s\S]|[^"\\])*"/y

export const parseString = ({ cursor }: Parser): Syntax => {
  const from = cursor.at
  const text = cursor.take(quoted)
  if (text === undefined) throw cursor.unexpected()
  return { kind: 'literal', value: unescape(text.slice(1, -1)), ...cursor.since(from) }
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['f', '\f'],
])

/** Camunda knows these escapes only, and after a backslash none: `\u0041` stays as it is written. */
const unescape = (text: string): string =>
  text.replaceAll(
    /(?<!\\)\\([nrtbf'"])|\\\\/g,
    (_, character: string = '\\') => escapes.get(character) ?? character,
  )
