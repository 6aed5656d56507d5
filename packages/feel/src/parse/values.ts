import type { Syntax } from '../syntax.ts'
import { temporalLiterals } from '../temporal/parse-temporal.ts'
import { parseContext, parseDefinition, parseList } from './boxes.ts'
import { isCall, parseCall } from './calls.ts'
import { parseNumber, parseString, quoted, seesNumber } from './literals.ts'
import type { Parser } from './parser.ts'
import { closesRange, parseRangeFrom } from './unary-tests.ts'

/** A value with paths and filters behind it: `a.b[1].c`. */
export const parseChain = (parser: Parser): Syntax => {
  const { cursor } = parser
  const from = cursor.at
  let value = parseValue(parser)
  for (;;) {
    if (cursor.seesSymbol('.') && !cursor.seesSymbol('..')) {
      cursor.takeSymbol('.')
      const base = parser.value(value)
      value = { kind: 'path', base, name: parsePathName(parser), ...cursor.since(from) }
      if (cursor.seesSymbol('(')) value = callOfPath(parser, value)
    } else if (cursor.seesSymbol('[') && !closesRange(cursor)) {
      cursor.takeSymbol('[')
      const condition = parser.expression()
      cursor.expectSymbol(']')
      value = { kind: 'filter', base: parser.value(value), condition, ...cursor.since(from) }
    } else return value
  }
}

/** The only property of more than one word. */
const parsePathName = ({ cursor }: Parser): string =>
  cursor.takeSymbol('time offset') ? 'time offset' : cursor.expectName()

/** Only names lead to a function: `o.f(1)`, and not `{...}.f(1)`. */
const callOfPath = (parser: Parser, path: Syntax): Syntax => {
  const names = namesOf(path)
  if (names === undefined) throw parser.cursor.unexpected()
  const name = names.at(-1) ?? ''
  return parseCall(parser, { name, owner: names.slice(0, -1), from: path.from })
}

const namesOf = (path: Syntax): readonly string[] | undefined => {
  if (path.kind === 'name') return [path.name]
  const base = path.kind === 'path' ? namesOf(path.base) : undefined
  return base === undefined || path.kind !== 'path' ? undefined : [...base, path.name]
}

const parseValue = (parser: Parser): Syntax => {
  const { cursor } = parser
  switch (cursor.source.charAt(cursor.at)) {
    case '(':
      return parseParenthesis(parser)
    case '[':
      return parseList(parser)
    case ']':
      return parseOpenRange(parser)
    case '{':
      return parseContext(parser)
    case '"':
      return parseString(parser)
    case '?':
      return parseInput(parser)
    case '@':
      return parseTemporalLiteral(parser)
    default:
      return seesNumber(cursor) ? parseNumber(parser) : parseWords(parser)
  }
}

const parseInput = ({ cursor }: Parser): Syntax => {
  const from = cursor.at
  cursor.expectSymbol('?')
  return { kind: 'input', isOptional: false, ...cursor.since(from) }
}

/** An expression, or a range that is open below. */
const parseParenthesis = (parser: Parser): Syntax => {
  const { cursor } = parser
  const from = cursor.at
  cursor.expectSymbol('(')
  const inner = parser.expression()
  if (cursor.seesSymbol('..')) return parseRangeFrom(parser, inner, '(', from)
  cursor.expectSymbol(')')
  return inner
}

const parseOpenRange = (parser: Parser): Syntax => {
  const { cursor } = parser
  const from = cursor.at
  cursor.expectSymbol(']')
  return parseRangeFrom(parser, parser.expression(), ']', from)
}

const parseTemporalLiteral = (parser: Parser): Syntax => {
  const { cursor } = parser
  const from = cursor.at
  cursor.expectSymbol('@')
  return temporalLiteral(parser, '@', from)
}

/** A text that is no date is null. */
const temporalLiteral = ({ cursor }: Parser, name: string, from: number): Syntax => {
  const text = cursor.take(quoted)
  if (text === undefined) throw cursor.unexpected()
  const value = temporalLiterals.get(name)?.(text.slice(1, -1)) ?? null
  return { kind: 'literal', value, ...cursor.since(from) }
}

const constants: ReadonlyMap<string, boolean | null> = new Map([
  ['null', null],
  ['true', true],
  ['false', false],
])

const parseWords = (parser: Parser): Syntax => {
  const { cursor } = parser
  const from = cursor.at
  const temporal = parseTemporalCall(parser)
  if (temporal !== undefined) return temporal
  if (isCall(cursor)) return parseCall(parser, { name: undefined, owner: [], from })
  if (cursor.seesWord('function')) return parseDefinition(parser)
  for (const [word, value] of constants) {
    if (cursor.takeWord(word)) return { kind: 'literal', value, ...cursor.since(from) }
  }
  return { kind: 'name', name: cursor.expectName(), ...cursor.since(from) }
}

/** `date("2020-01-01")` is a literal, computed when the expression is compiled. */
const parseTemporalCall = (parser: Parser): Syntax | undefined => {
  const { cursor } = parser
  if (!cursor.sees(/(?:duration|date and time|date|time)\s*\(\s*"/y)) return undefined
  const from = cursor.at
  const name = cursor.take(/duration|date and time|date|time/y) ?? ''
  cursor.expectSymbol('(')
  if (cursor.sees(/"(?:\\[\s\S]|[^"\\])*"\s*\)/y)) {
    const literal = temporalLiteral(parser, name, from)
    cursor.expectSymbol(')')
    return { ...literal, ...cursor.since(from) }
  }
  cursor.returnTo(from)
  return undefined
}
