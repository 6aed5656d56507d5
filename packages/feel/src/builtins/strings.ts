import { FeelError } from '../errors.ts'
import { indexOfText } from '../find-text.ts'
import { size, type Budget } from '../limits.ts'
import type { Value } from '../value.ts'
import { binary, ternary, unary, variadic, type Builtin, type Parameter } from './builtin.ts'
import { list, text, whole } from './parameters.ts'

/** Charges for a new string. */
const made = (string: string, budget: Budget): string => {
  budget.produce(string.length * size.character)
  return string
}

/** Positions count UTF-16 units from 1, or from the end when negative. */
const substring = (string: string, start: number, length = string.length): string => {
  const from = start > 0 ? start - 1 : string.length + start
  if (from < 0 || from > string.length || length < 0) {
    const message = `substring cannot start at ${start} with length ${length} in a string of ${string.length}. Check both.`
    throw new FeelError('FEEL_EVALUATION', message)
  }
  const part = string.slice(from, from + length)
  // A character cut in halves cannot leave as UTF-8; Camunda writes a question mark.
  return part.isWellFormed() || !string.isWellFormed() ? part : part.replaceAll(/\p{Cs}/gu, '?')
}

const before = (string: string, match: string): string =>
  string.slice(0, Math.max(0, indexOfText(string, match)))

const after = (string: string, match: string): string => {
  const at = indexOfText(string, match)
  return at < 0 ? '' : string.slice(at + match.length)
}

/** Takes off blanks and control characters, as Java does: no space beyond ASCII. */
const trim = (string: string): string => {
  let from = 0
  let to = string.length
  while (from < to && string.charCodeAt(from) <= 0x20) from++
  while (to > from && string.charCodeAt(to - 1) <= 0x20) to--
  return string.slice(from, to)
}

/** Java's white space: no space that forbids a line break, but the separators below the blank. */
const isSpace = (character: string): boolean =>
  (character >= '\u001c' && character <= ' ') || /[\s--[\u00a0\u2007\u202f\ufeff]]/v.test(character)

const isBlank = (string: string): boolean => {
  for (const character of string) if (!isSpace(character)) return false
  return true
}

/** Nulls are skipped; any other item that is not a string makes it null. */
const join = (items: readonly Value[], delimiter: string, budget: Budget): string | null => {
  const strings: string[] = []
  let length = 0
  for (const item of items) {
    if (item === null) continue
    if (typeof item !== 'string') return null
    strings.push(item)
    length += item.length + delimiter.length
  }
  budget.spend(items.length)
  budget.produce(length * size.character)
  return strings.join(delimiter)
}

const joinAll = (values: readonly Value[], budget: Budget): Value => {
  const [items = null, delimiter = null, prefix = null, suffix = null] = values
  const strings = list('list').read(items)
  const between = textOrNothing('delimiter').read(delimiter)
  if (strings === undefined || between === undefined) return null
  // Null is nothing for both of them, but not for one.
  const [open, close] = prefix === null && suffix === null ? ['', ''] : [prefix, suffix]
  if (typeof open !== 'string' || typeof close !== 'string') return null
  const joined = join(strings, between, budget)
  return joined === null ? null : made(open + joined + close, budget)
}

/** Null is the empty string. */
const textOrNothing = (name: string): Parameter<string> => ({
  name,
  read: (value) => (value === null ? '' : text(name).read(value)),
})

const joinParameters = ['list', 'delimiter', 'prefix', 'suffix']

const toBase64 = (string: string, budget: Budget): string => {
  budget.produce(string.length * 4 * size.character)
  return new TextEncoder().encode(string).toBase64()
}

export const strings: readonly Builtin[] = [
  unary('string length', text('string'), (string) => string.length),
  binary('substring', [text('string'), whole('start position')], (string, start) =>
    substring(string, start),
  ),
  ternary('substring', [text('string'), whole('start position'), whole('length')], (values) =>
    substring(...values),
  ),
  unary('upper case', text('string'), (string, budget) => made(string.toUpperCase(), budget)),
  unary('lower case', text('string'), (string, budget) => made(string.toLowerCase(), budget)),
  binary('substring before', [text('string'), text('match')], before),
  binary('substring after', [text('string'), text('match')], after),
  binary(
    'contains',
    [text('string'), text('match')],
    (string, match) => indexOfText(string, match) >= 0,
  ),
  binary('starts with', [text('string'), text('match')], (string, match) =>
    string.startsWith(match),
  ),
  binary('ends with', [text('string'), text('match')], (string, match) => string.endsWith(match)),
  unary('trim', text('string'), trim),
  unary('is blank', text('string'), isBlank),
  unary('string join', list('list'), (items, budget) => join(items, '', budget)),
  binary('string join', [list('list'), textOrNothing('delimiter')], join),
  { ...variadic('string join', joinParameters, joinAll), variadic: false },
  unary('to base64', text('value'), toBase64),
]
