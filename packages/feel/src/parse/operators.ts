import type { ArithmeticOperator, Syntax } from '../syntax.ts'
import type { Parser } from './parser.ts'
import { comparisonOperators, parseTests, testInput } from './unary-tests.ts'
import { parseChain } from './values.ts'

/** From the loosest operator to the tightest. */
export const parseDisjunction = (parser: Parser): Syntax =>
  parseDisjunctionFrom(parser, parseOperand(parser))

/** Goes on after a first operand. */
export const parseDisjunctionFrom = (parser: Parser, operand: Syntax): Syntax => {
  const { cursor } = parser
  const { from } = operand
  let left = parseConjunctionFrom(parser, operand)
  while (cursor.takeWord('or')) {
    const right = parseConjunctionFrom(parser, parseOperand(parser))
    left = { kind: 'or', left, right, ...cursor.since(from) }
  }
  return left
}

const parseConjunctionFrom = (parser: Parser, operand: Syntax): Syntax => {
  const { cursor } = parser
  const { from } = operand
  let left = parseComparisonFrom(parser, operand)
  while (cursor.takeWord('and')) {
    const right = parseComparisonFrom(parser, parseOperand(parser))
    left = { kind: 'and', left, right, ...cursor.since(from) }
  }
  return left
}

const parseOperand = (parser: Parser): Syntax => {
  const { cursor } = parser
  // "> 5" by itself asks for the input of a unary test.
  if (/[<>]/.test(cursor.source.charAt(cursor.at))) throw cursor.unexpected()
  return parseArithmetic(parser)
}

/** One comparison at most: `1 < 2 < 3` would compare a boolean with a number. */
const parseComparisonFrom = (parser: Parser, left: Syntax): Syntax => {
  const { cursor } = parser
  const { from } = left
  if (left.kind === 'range') return testInput(left)
  const operator = cursor.takeOneOf(comparisonOperators)
  if (operator !== undefined) {
    const right = parser.value(parseArithmetic(parser))
    if (cursor.takeOneOf(comparisonOperators) === undefined) {
      return { kind: 'comparison', operator, left, right, ...cursor.since(from) }
    }
    const message = `Comparisons cannot be chained at position ${from}. Use "between" or "and".`
    throw cursor.refused(from, message)
  }
  if (cursor.takeWord('between')) return parseBetween(parser, left)
  if (cursor.takeWord('instance')) return parseInstanceOf(parser, left)
  if (!cursor.takeWord('in')) return left
  return { kind: 'in', value: left, tests: parseTests(parser), ...cursor.since(from) }
}

const parseBetween = (parser: Parser, value: Syntax): Syntax => {
  const low = parser.value(parseArithmetic(parser))
  parser.cursor.expectWord('and')
  const high = parser.value(parseArithmetic(parser))
  return { kind: 'between', value, low, high, ...parser.cursor.since(value.from) }
}

const typesOfSeveralWords = [
  'years and months duration',
  'days and time duration',
  'date and time',
  'function',
] as const

const parseInstanceOf = (parser: Parser, value: Syntax): Syntax => {
  const { cursor } = parser
  cursor.expectWord('of')
  const type = cursor.takeOneOf(typesOfSeveralWords) ?? parseTypeName(parser)
  return { kind: 'instance of', value, type, ...cursor.since(value.from) }
}

const parseTypeName = ({ cursor }: Parser): string => {
  let name = cursor.expectName()
  while (cursor.takeSymbol('.')) name += `.${cursor.expectName()}`
  return name
}

const levels: readonly (readonly ArithmeticOperator[])[] = [['+', '-'], ['*', '/'], ['**']]

/** `**` binds to the left too, and less than a minus. */
export const parseArithmetic = (parser: Parser, level = 0): Syntax => {
  const operators = levels[level]
  if (operators === undefined) return parseNegation(parser)
  const { cursor } = parser
  const from = cursor.at
  let left = parseArithmetic(parser, level + 1)
  for (;;) {
    // A star of "**" is no "*".
    const operator =
      level === 1 && cursor.seesSymbol('**') ? undefined : cursor.takeOneOf(operators)
    if (operator === undefined) return left
    const right = parser.value(parseArithmetic(parser, level + 1))
    const operands = { left: parser.value(left), right }
    left = { kind: 'arithmetic', operator, ...operands, ...cursor.since(from) }
  }
}

/** There is one sign; only a number has another of its own: `--1`, `- -1`, but no `--n`. */
const parseNegation = (parser: Parser): Syntax => {
  const { cursor } = parser
  const from = cursor.at
  if (!cursor.takeSymbol('-')) return parseChain(parser)
  const start = cursor.at
  const hasOwnSign = cursor.take(/-(?=[.\d])/y) !== undefined
  const operand = parser.value(parseChain(parser))
  const signed: Syntax = hasOwnSign
    ? { kind: 'negation', operand, ...cursor.since(start) }
    : operand
  return { kind: 'negation', operand: signed, ...cursor.since(from) }
}
