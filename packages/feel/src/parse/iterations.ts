import type { Iterator, Syntax } from '../syntax.ts'
import type { Cursor } from './cursor.ts'
import type { Parser } from './parser.ts'

/** What can follow a variable named `if`, but cannot begin a condition. */
const afterName =
  /$|[)\]},.:=!<>*/+]|(?:then|else|return|satisfies|and|or|in|between|instance)\b(?!\s*[(.])/y

/** `if` is a name where no condition follows. */
export const seesIf = (cursor: Cursor): boolean =>
  seesWordBefore(cursor, 'if', () => !cursor.sees(afterName))

/** `for` is a name unless an iterator follows. */
export const seesFor = (cursor: Cursor): boolean => seesIteration(cursor, 'for')

export const seesQuantified = (cursor: Cursor): boolean =>
  seesIteration(cursor, 'some') || seesIteration(cursor, 'every')

const seesIteration = (cursor: Cursor, word: string): boolean =>
  seesWordBefore(cursor, word, () => cursor.takeName() !== undefined && cursor.seesWord('in'))

/** Looks ahead: whether a word is next, and behind it what has to follow. */
const seesWordBefore = (cursor: Cursor, word: string, follows: () => boolean): boolean => {
  const from = cursor.at
  const isSeen = cursor.takeWord(word) && follows()
  cursor.returnTo(from)
  return isSeen
}

export const parseIf = (parser: Parser): Syntax => {
  const { cursor } = parser
  const from = cursor.at
  cursor.expectWord('if')
  const condition = parser.expression()
  cursor.expectWord('then')
  const whenTrue = parser.expression()
  cursor.expectWord('else')
  const otherwise = parser.expression()
  return { kind: 'if', condition, whenTrue, otherwise, ...cursor.since(from) }
}

export const parseFor = (parser: Parser): Syntax => {
  const { cursor } = parser
  const from = cursor.at
  cursor.expectWord('for')
  const iterators = parseIterators(parser)
  cursor.expectWord('return')
  return { kind: 'for', iterators, body: parser.expression(), ...cursor.since(from) }
}

export const parseQuantified = (parser: Parser): Syntax => {
  const { cursor } = parser
  const from = cursor.at
  const kind = cursor.takeWord('some') ? 'some' : 'every'
  if (kind === 'every') cursor.expectWord('every')
  const iterators = parseIterators(parser)
  cursor.expectWord('satisfies')
  return { kind, iterators, body: parser.expression(), ...cursor.since(from) }
}

const parseIterators = (parser: Parser): readonly Iterator[] => {
  const iterators: Iterator[] = []
  do iterators.push(parseIterator(parser))
  while (parser.cursor.takeSymbol(','))
  return iterators
}

const parseIterator = (parser: Parser): Iterator => {
  const { cursor } = parser
  const name = cursor.expectName()
  cursor.expectWord('in')
  const from = parser.arithmetic()
  if (from.kind === 'range') {
    const message = `An iteration over a range has no brackets at position ${from.from}. Write 1..3.`
    throw cursor.refused(from.from, message)
  }
  if (!cursor.takeSymbol('..')) return { name, from, to: undefined }
  return { name, from, to: parser.value(parser.arithmetic()) }
}
