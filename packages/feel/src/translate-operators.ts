import { equal } from './equality.ts'
import type { Code } from './frame.ts'
import { isInstanceOf } from './instance-of.ts'
import { size, type Budget } from './limits.ts'
import {
  add,
  divide,
  multiply,
  negate,
  numericOf,
  power,
  subtract,
  type Numeric,
} from './numeric.ts'
import { both, order } from './order.ts'
import type { Scope } from './scope.ts'
import type {
  ArithmeticOperator,
  ArithmeticSyntax,
  BetweenSyntax,
  ComparisonOperator,
  ComparisonSyntax,
  ConditionalSyntax,
  InstanceOfSyntax,
  LogicSyntax,
  NegationSyntax,
} from './syntax.ts'
import { temporalArithmetic } from './temporal/arithmetic.ts'
import type { Translator } from './translator.ts'
import type { Value } from './value.ts'

const operations: Readonly<
  Record<ArithmeticOperator, (left: Numeric, right: Numeric, budget: Budget) => Numeric | null>
> = { '+': add, '-': subtract, '*': multiply, '/': divide, '**': power }

export const translateArithmetic = (
  node: ArithmeticSyntax,
  scope: Scope,
  translator: Translator,
): Code => {
  const left = translator.translate(node.left, scope)
  const right = translator.translate(node.right, scope)
  if (node.operator === '+') return translatePlus(node, left, right)
  const operation = operations[node.operator]
  return (frame) => {
    const first = left(frame)
    const second = right(frame)
    const firstNumber = numericOf(first)
    const secondNumber = numericOf(second)
    frame.at = node
    return firstNumber === undefined || secondNumber === undefined
      ? temporalArithmetic(node.operator, first, second)
      : operation(firstNumber, secondNumber, frame)
  }
}

/** The only operator that strings have too. */
const translatePlus =
  (node: ArithmeticSyntax, left: Code, right: Code): Code =>
  (frame) => {
    const first = left(frame)
    const second = right(frame)
    if (typeof first === 'string') {
      if (typeof second !== 'string') return null
      frame.at = node
      frame.produce((first.length + second.length) * size.character)
      return first + second
    }
    const firstNumber = numericOf(first)
    const secondNumber = numericOf(second)
    frame.at = node
    return firstNumber === undefined || secondNumber === undefined
      ? temporalArithmetic('+', first, second)
      : add(firstNumber, secondNumber)
  }

export const translateNegation = (
  node: NegationSyntax,
  scope: Scope,
  translator: Translator,
): Code => {
  const operand = translator.translate(node.operand, scope)
  return (frame) => {
    const number = numericOf(operand(frame))
    return number === undefined ? null : negate(number)
  }
}

/** By operator, what an order means; null, for no order, stays null. */
const orderMeans: Readonly<
  Record<Exclude<ComparisonOperator, '=' | '!='>, (order: number) => boolean>
> = {
  '<': (found) => found < 0,
  '<=': (found) => found <= 0,
  '>': (found) => found > 0,
  '>=': (found) => found >= 0,
}

export const translateComparison = (
  node: ComparisonSyntax,
  scope: Scope,
  translator: Translator,
): Code => {
  const left = translator.translate(node.left, scope)
  const right = translator.translate(node.right, scope)
  const compare = comparisonOf(node.operator)
  return (frame) => {
    const first = left(frame)
    const second = right(frame)
    frame.at = node
    return compare(first, second, frame)
  }
}

type Compare = (left: Value, right: Value, budget: Budget) => boolean | null

/** A comparison of two values that are known; three-valued. */
export const comparisonOf = (operator: ComparisonOperator): Compare => {
  if (operator === '=') return equal
  if (operator === '!=') {
    return (left, right, budget) => {
      const result = equal(left, right, budget)
      return result === null ? null : !result
    }
  }
  const means = orderMeans[operator]
  return (left, right, budget) => {
    const found = order(left, right, budget)
    return found === null ? null : means(found)
  }
}

export const translateBetween = (
  node: BetweenSyntax,
  scope: Scope,
  translator: Translator,
): Code => {
  const value = translator.translate(node.value, scope)
  const low = translator.translate(node.low, scope)
  const high = translator.translate(node.high, scope)
  const atLeast = comparisonOf('>=')
  const atMost = comparisonOf('<=')
  return (frame) => {
    const found = value(frame)
    const from = low(frame)
    const to = high(frame)
    frame.at = node
    return both(atLeast(found, from, frame), atMost(found, to, frame))
  }
}

/** Three-valued; the right side is left out when the left one decides. */
export const translateLogic = (node: LogicSyntax, scope: Scope, translator: Translator): Code => {
  const left = translator.translate(node.left, scope)
  const right = translator.translate(node.right, scope)
  const decisive = node.kind === 'or'
  return (frame) => {
    const first = left(frame)
    if (first === decisive) return decisive
    const second = right(frame)
    if (second === decisive) return decisive
    return first === !decisive && second === !decisive ? !decisive : null
  }
}

export const translateIf = (
  node: ConditionalSyntax,
  scope: Scope,
  translator: Translator,
): Code => {
  const condition = translator.translate(node.condition, scope)
  const whenTrue = translator.translate(node.whenTrue, scope)
  const otherwise = translator.translate(node.otherwise, scope)
  return (frame) => (condition(frame) === true ? whenTrue(frame) : otherwise(frame))
}

export const translateInstanceOf = (
  node: InstanceOfSyntax,
  scope: Scope,
  translator: Translator,
): Code => {
  const value = translator.translate(node.value, scope)
  const { type } = node
  return (frame) => isInstanceOf(value(frame), type)
}
