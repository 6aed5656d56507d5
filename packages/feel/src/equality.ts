import { requireDepth, type Budget } from './limits.ts'
import { compareNumbers, numericOf } from './numeric.ts'
import { TemporalValue } from './temporal/temporal-value.ts'
import { entryOf, isContext, isList, type Context, type Value } from './value.ts'

/**
 * Equality as `=` has it: null for values of different types, so that `1 = "1"` is neither. Inside
 * lists and contexts what is not equal is different.
 */
export const equal = (left: Value, right: Value, budget: Budget): boolean | null => {
  if (left === null || right === null) return left === right
  if (typeof left === 'string') {
    if (typeof right !== 'string') return null
    budget.read(left)
    return left === right
  }
  if (typeof left === 'boolean') return typeof right === 'boolean' ? left === right : null
  if (isList(left)) return isList(right) ? new Comparison(budget, true).lists(left, right) : null
  if (left instanceof TemporalValue) return left.equals(right)
  if (isContext(left)) {
    return isContext(right) ? new Comparison(budget, true).contexts(left, right) : null
  }
  return equalNumbers(left, right)
}

/**
 * Equality as `list contains` and `in` have it: two contexts are never equal there, as measured in
 * Camunda.
 */
export const equalItems = (left: Value, right: Value, budget: Budget): boolean =>
  new Comparison(budget, false).values(left, right)

/** Equality as `distinct values` has it: `=`, and what has none is different. */
export const same = (left: Value, right: Value, budget: Budget): boolean =>
  new Comparison(budget, true).values(left, right)

const equalNumbers = (left: Value, right: Value): boolean | null => {
  const leftNumber = numericOf(left)
  const rightNumber = numericOf(right)
  if (leftNumber === undefined || rightNumber === undefined) return null
  return compareNumbers(leftNumber, rightNumber) === 0
}

class Comparison {
  readonly #budget: Budget
  readonly #contextsCanBeEqual: boolean
  #depth = 0

  constructor(budget: Budget, contextsCanBeEqual: boolean) {
    this.#budget = budget
    this.#contextsCanBeEqual = contextsCanBeEqual
  }

  values(left: Value, right: Value): boolean {
    this.#budget.spend(1)
    if (isList(left)) return isList(right) && this.lists(left, right)
    if (isContext(left)) {
      return this.#contextsCanBeEqual && isContext(right) && this.contexts(left, right)
    }
    return equal(left, right, this.#budget) === true
  }

  lists(left: readonly Value[], right: readonly Value[]): boolean {
    if (left.length !== right.length) return false
    requireDepth(++this.#depth)
    const result = left.every((item, at) => this.values(item, right[at] ?? null))
    this.#depth--
    return result
  }

  contexts(left: Context, right: Context): boolean {
    const names = Object.keys(left)
    if (names.length !== Object.keys(right).length) return false
    requireDepth(++this.#depth)
    const result = names.every((name) => {
      const other = entryOf(right, name)
      return other !== undefined && this.values(entryOf(left, name) ?? null, other)
    })
    this.#depth--
    return result
  }
}
