import type { TreeNode } from './parse.ts'
import type { Read, Reader } from './read-syntax.ts'
import { comparisonOperatorOf, readUnaryTests } from './read-unary-tests.ts'
import { spanOf, typeNames, type ArithmeticOperator, type Syntax } from './syntax.ts'

const arithmeticOperators: ReadonlyMap<string, ArithmeticOperator> = new Map([
  ['+', '+'],
  ['-', '-'],
  ['*', '*'],
  ['/', '/'],
  ['**', '**'],
])

export const readArithmetic: Read = (node, reader) => {
  const [first, second, third] = reader.children(node)
  if (first === undefined || second === undefined) throw reader.misplaced(node)
  if (third === undefined) return readNegation(first, second, reader)
  const operator = arithmeticOperators.get(reader.text(second))
  if (operator === undefined) throw reader.misplaced(second)
  const left = reader.read(first)
  return { kind: 'arithmetic', operator, left, right: reader.read(third), ...spanOf(node) }
}

const readNegation = (sign: TreeNode, operand: TreeNode, reader: Reader): Syntax => {
  if (reader.text(sign) !== '-') throw reader.misplaced(sign)
  return { kind: 'negation', operand: reader.read(operand), from: sign.from, to: operand.to }
}

export const readLogic: Read = (node, reader) => {
  const [left, , right] = reader.children(node)
  if (left === undefined || right === undefined) throw reader.misplaced(node)
  const kind = node.name === 'Conjunction' ? 'and' : 'or'
  return { kind, left: reader.read(left), right: reader.read(right), ...spanOf(node) }
}

/** `a < b`, `a between b and c`, `a in tests`. */
export const readComparison: Read = (node, reader) => {
  const [left, sign, middle, , high] = reader.children(node)
  if (left === undefined || sign === undefined || middle === undefined) throw reader.misplaced(node)
  if (sign.name === 'in') {
    return {
      kind: 'in',
      value: reader.read(left),
      tests: readUnaryTests(node, reader),
      ...spanOf(node),
    }
  }
  if (sign.name === 'between') {
    if (high === undefined) throw reader.misplaced(node)
    const value = reader.read(left)
    return {
      kind: 'between',
      value,
      low: reader.read(middle),
      high: reader.read(high),
      ...spanOf(node),
    }
  }
  requireUnchained(left, reader)
  const operator = comparisonOperatorOf(sign, reader)
  return {
    kind: 'comparison',
    operator,
    left: reader.read(left),
    right: reader.read(middle),
    ...spanOf(node),
  }
}

/** `1 < 2 < 3` would compare a boolean with a number. */
const requireUnchained = (left: TreeNode, reader: Reader): void => {
  if (left.name !== 'Comparison' || left.getChild('CompareOp') === null) return
  const message = `Comparisons cannot be chained at position ${left.from}. Use "between" or "and".`
  throw reader.refused(left, message)
}

export const readInstanceOf: Read = (node, reader) => {
  const [value] = reader.children(node)
  const type = node.getChild('Type')
  if (value === undefined || type === null) throw reader.misplaced(node)
  const name = reader.name(type)
  if (/^(date|time|days|years|duration)\b/.test(name)) {
    throw reader.unsupported(type, 'A temporal type')
  }
  const known = typeNames.find((typeName) => typeName === name)
  if (known === undefined) {
    const message = `"${name}" is no type at position ${type.from}. Known are ${typeNames.join(', ')}.`
    throw reader.refused(type, message)
  }
  return { kind: 'instance of', value: reader.read(value), type: known, ...spanOf(node) }
}
