import type { TreeNode } from './parse.ts'
import type { Read, Reader } from './read-syntax.ts'
import { spanOf, type ComparisonOperator, type RangeSyntax, type UnaryTest } from './syntax.ts'

const comparisonOperators: ReadonlyMap<string, ComparisonOperator> = new Map([
  ['=', '='],
  ['!=', '!='],
  ['<', '<'],
  ['<=', '<='],
  ['>', '>'],
  ['>=', '>='],
])

export const comparisonOperatorOf = (sign: TreeNode, reader: Reader): ComparisonOperator => {
  const operator = comparisonOperators.get(reader.text(sign))
  if (operator === undefined) throw reader.misplaced(sign)
  return operator
}

/** What follows `in` in a comparison: one test, or several in parentheses. */
export const readUnaryTests = (comparison: TreeNode, reader: Reader): readonly UnaryTest[] => {
  const several = comparison.getChild('PositiveUnaryTests')
  const tests = (several ?? comparison).getChildren('PositiveUnaryTest')
  return tests.map((test) => readUnaryTest(test, reader, several !== null))
}

const readUnaryTest = (node: TreeNode, reader: Reader, inParentheses: boolean): UnaryTest => {
  const [test] = reader.children(node)
  if (test === undefined) throw reader.misplaced(node)
  const inner = innermost(test, reader)
  if (inner.name === 'SimplePositiveUnaryTest') return readSimpleTest(inner, reader)
  return {
    kind: 'expression',
    expression: reader.read(inner),
    inParentheses: inParentheses || inner !== test,
  }
}

const innermost = (node: TreeNode, reader: Reader): TreeNode => {
  let inner = node
  while (inner.name === 'ParenthesizedExpression') inner = reader.children(inner)[1] ?? inner
  return inner
}

const readSimpleTest = (node: TreeNode, reader: Reader): UnaryTest => {
  const [first, end] = reader.children(node)
  if (first === undefined) throw reader.misplaced(node)
  if (first.name === 'Interval') return { kind: 'range', range: readRange(first, reader) }
  if (end === undefined) throw reader.misplaced(node)
  const operator = comparisonOperatorOf(first, reader)
  return { kind: 'comparison', operator, end: reader.read(end) }
}

/** A range by itself is a value that only `string` shows; `> 5` by itself is refused. */
export const readBareRange: Read = (node, reader) => {
  const range = node.getChild('Interval')
  if (range === null) throw reader.misplaced(node)
  return readRange(range, reader)
}

const readRange = (node: TreeNode, reader: Reader): RangeSyntax => {
  const [open, low, , high, close] = reader.children(node)
  if (low === undefined || high === undefined) throw reader.misplaced(node)
  return {
    kind: 'range',
    low: reader.read(low),
    high: reader.read(high),
    lowIncluded: open?.name === '[',
    highIncluded: close?.name === ']',
    ...spanOf(node),
  }
}
