import { FeelError } from '../errors.ts'
import type { Syntax } from '../syntax.ts'
import { blank, type Cursor } from './cursor.ts'
import { quoted } from './literals.ts'
import type { Parser } from './parser.ts'
import { parseRangeFrom } from './unary-tests.ts'

/** A list, or a range that is closed below. */
export const parseList = (parser: Parser): Syntax => {
  const { cursor } = parser
  const from = cursor.at
  cursor.expectSymbol('[')
  if (cursor.takeSymbol(']')) return { kind: 'list', items: [], ...cursor.since(from) }
  const items = [parser.expression()]
  const [first] = items
  if (first !== undefined && cursor.seesSymbol('..'))
    return parseRangeFrom(parser, first, '[', from)
  while (cursor.takeSymbol(',')) items.push(parser.expression())
  cursor.expectSymbol(']')
  return { kind: 'list', items, ...cursor.since(from) }
}

export const parseContext = (parser: Parser): Syntax => {
  const { cursor } = parser
  const from = cursor.at
  cursor.expectSymbol('{')
  const entries = parser.listUntil('}', () => {
    const name = parseKey(cursor)
    cursor.expectSymbol(':')
    return { name, value: parser.expression() }
  })
  return { kind: 'context', entries, ...cursor.since(from) }
}

/** Almost any text is a key, also with comments between its words: `{a b: 1, 1+1: 2}`. */
const keyWord = /(?:(?!\/[*/])[^"{}:,[\]`\s\u0085\u180e\u200b])+/.source
const plainKey = new RegExp(`${keyWord}(?:${blank.source}+${keyWord})*`, 'y')

/** A key in quotes is taken as it is written, escapes and all. */
const parseKey = (cursor: Cursor): string => {
  const text = cursor.take(quoted)
  if (text !== undefined) return text.slice(1, -1)
  return cursor.take(plainKey) ?? cursor.expectName()
}

export const parseDefinition = (parser: Parser): Syntax => {
  const { cursor } = parser
  const from = cursor.at
  cursor.expectWord('function')
  cursor.expectSymbol('(')
  const parameters = parser.listUntil(')', () => parseParameter(cursor))
  if (cursor.sees(/external\s*\{/y)) throw external(cursor)
  return { kind: 'function', parameters, body: parser.expression(), ...cursor.since(from) }
}

const parseParameter = (cursor: Cursor): string => {
  const words = cursor.takeWords()
  return words.length > 0 ? words.join(' ') : cursor.expectName()
}

const external = ({ at }: Cursor): FeelError => {
  const message = `An external function is not supported at position ${at}: it would run Java. Do without it.`
  return new FeelError('FEEL_UNSUPPORTED', message, at)
}
