import type { ComparisonOperator, RangeSyntax, Syntax, UnaryTest } from '../syntax.ts'
import type { Cursor } from './cursor.ts'
import type { Parser } from './parser.ts'

/** Those that begin alike, the longer first. */
export const comparisonOperators: readonly ComparisonOperator[] = ['<=', '>=', '<', '>', '!=', '=']
const orderOperators: readonly ComparisonOperator[] = ['<=', '>=', '<', '>']

/** What follows `in`: one test, or several in parentheses. */
export const parseTests = (parser: Parser): readonly UnaryTest[] => {
  const { cursor } = parser
  const from = cursor.at
  if (!cursor.takeSymbol('(')) return [parseTest(parser)]
  const first = parseTest(parser)
  if (cursor.seesSymbol('..') && first.kind === 'expression') {
    return [{ kind: 'range', range: parseRangeFrom(parser, first.expression, '(', from) }]
  }
  const tests = [first]
  while (cursor.takeSymbol(',')) tests.push(parseTest(parser))
  cursor.expectSymbol(')')
  return tests
}

const parseTest = (parser: Parser): UnaryTest => parser.nested(() => parseNestedTest(parser))

const parseNestedTest = (parser: Parser): UnaryTest => {
  const { cursor } = parser
  const operator = cursor.takeOneOf(orderOperators)
  if (operator !== undefined) {
    return { kind: 'comparison', operator, end: parser.value(parser.arithmetic()) }
  }
  if (parser.seesControl()) return testOf(parser, parser.expression())
  const first = parser.arithmetic()
  // A range ends a test: `5 in [1..9] and b` is no test of `[1..9] and b`.
  if (first.kind === 'range') return { kind: 'range', range: first }
  return testOf(parser, parser.disjunctionFrom(first))
}

const testOf = ({ cursor }: Parser, expression: Syntax): UnaryTest => {
  // Camunda asks for equality there only: `5 in true` is null, `5 in (true)` is true.
  const isBareBoolean = cursor.isAtEnd() && isBoolean(expression)
  return { kind: 'expression', expression, canBeTrue: !isBareBoolean }
}

const isBoolean = (syntax: Syntax): boolean =>
  syntax.kind === 'literal' && typeof syntax.value === 'boolean'

/** Reads the rest of a range, after its low end. */
export const parseRangeFrom = (
  parser: Parser,
  low: Syntax,
  open: string,
  from: number,
): RangeSyntax => {
  const { cursor } = parser
  cursor.expectSymbol('..')
  const high = parser.value(parser.arithmetic())
  const close = cursor.takeOneOf([')', ']', '['])
  if (close === undefined) throw cursor.unexpected()
  return {
    kind: 'range',
    low: parser.value(low),
    high,
    lowIncluded: open === '[',
    highIncluded: close === ']',
    ...cursor.since(from),
  }
}

/** Whether a `[` closes a range rather than opens a filter: nothing to filter by follows. */
export const closesRange = (cursor: Cursor): boolean =>
  cursor.sees(/\[\s*(?:$|[)\]},=!<>]|(?:and|or|then|else|return|satisfies)\b)/y)

/** A range by itself tests the input, of which there is none: null. */
export const testInput = (range: RangeSyntax): Syntax => ({
  kind: 'in',
  value: { kind: 'input', isOptional: true, from: range.from, to: range.to },
  tests: [{ kind: 'range', range }],
  from: range.from,
  to: range.to,
})
