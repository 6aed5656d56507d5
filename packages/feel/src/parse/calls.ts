import type { Syntax } from '../syntax.ts'
import type { Cursor } from './cursor.ts'
import type { Parser } from './parser.ts'

/** Functions whose names hold a word that is none elsewhere. */
const withReservedWord = ['date and time', 'years and months duration', 'get or else', 'and', 'or']

interface Callee {
  /** Undefined while it has not been read. */
  readonly name: string | undefined
  /** Names that lead to the context that has the function. */
  readonly owner: readonly string[]
  readonly from: number
}

/** Whether what follows is the name of a function and its parenthesis. */
export const isCall = (cursor: Cursor): boolean => {
  const from = cursor.at
  const name = takeFunctionName(cursor)
  cursor.returnTo(from)
  return name !== undefined
}

/** A function's name may have several words, or be in backticks. */
const takeFunctionName = (cursor: Cursor): string | undefined => {
  const from = cursor.at
  const special = cursor.takeOneOf(withReservedWord)
  if (special !== undefined && cursor.seesSymbol('(')) return special
  cursor.returnTo(from)
  const words = cursor.takeWords()
  const name = words.length > 0 ? words.join(' ') : cursor.takeName()
  // In `a between (1) and (2)` no function is called.
  return name !== undefined && cursor.seesSymbol('(') && !words.slice(1).includes('between')
    ? name
    : undefined
}

export const parseCall = (parser: Parser, { name, owner, from }: Callee): Syntax => {
  const { cursor } = parser
  const called = name ?? takeFunctionName(cursor)
  if (called === undefined) throw cursor.unexpected()
  cursor.expectSymbol('(')
  const names: string[] | undefined = seesParameterName(cursor) ? [] : undefined
  const values = parser.listUntil(')', () => {
    if (names !== undefined) names.push(takeParameterName(cursor))
    return parseArgument(parser)
  })
  return { kind: 'call', name: called, owner, values, names, ...cursor.since(from) }
}

/** A range is a value here, and nowhere else. */
const parseArgument = (parser: Parser): Syntax => {
  const from = parser.cursor.at
  const argument = parser.expression()
  const [test] = argument.kind === 'in' && argument.value.kind === 'input' ? argument.tests : []
  return test?.kind === 'range' && from === test.range.from ? test.range : argument
}

const seesParameterName = (cursor: Cursor): boolean => {
  const from = cursor.at
  const found = cursor.takeWords().length > 0 || cursor.takeName() !== undefined
  const isNamed = found && cursor.seesSymbol(':')
  cursor.returnTo(from)
  return isNamed
}

/** A parameter's name may have several words. */
export const takeParameterName = (cursor: Cursor): string => {
  const words = cursor.takeWords()
  const name = words.length > 0 ? words.join(' ') : cursor.expectName()
  cursor.expectSymbol(':')
  return name
}
