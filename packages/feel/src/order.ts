import { FeelError } from './errors.ts'
import { requireDepth, type Budget } from './limits.ts'
import { compareNumbers, numericOf } from './numeric.ts'
import { TemporalValue } from './temporal/temporal-value.ts'
import { isList, type Value } from './value.ts'

/** Negative, 0 or positive; null for what has no order. Strings compare by UTF-16 units. */
export const order = (left: Value, right: Value, budget: Budget): number | null => {
  if (typeof left === 'string' && typeof right === 'string') {
    budget.read(left)
    return left < right ? -1 : left > right ? 1 : 0
  }
  if (left instanceof TemporalValue) return left.compare(right)
  const leftNumber = numericOf(left)
  const rightNumber = numericOf(right)
  if (leftNumber !== undefined && rightNumber !== undefined) {
    return compareNumbers(leftNumber, rightNumber)
  }
  if (isList(left) && isList(right)) refuseOrderedLists(left, right, budget)
  return null
}

/** Camunda takes lists for comparable when their items are, and then fails to compare them. */
const refuseOrderedLists = (left: Value, right: Value, budget: Budget): void => {
  if (!hasOrder(left, budget) || !hasOrder(right, budget)) return
  const message = 'Lists have no order. Compare their items, or their lengths with count.'
  throw new FeelError('FEEL_EVALUATION', message)
}

/** Whether a value is of a kind that has an order; of a list, all items must be of one such kind. */
export const hasOrder = (value: Value, budget: Budget, depth = 0): boolean => {
  requireDepth(depth)
  if (!isList(value)) return order(value, value, budget) !== null
  const [first = null] = value
  budget.spend(value.length)
  return hasOrder(first, budget, depth + 1) && value.every((item) => areOfOneKind(item, first))
}

const areOfOneKind = (left: Value, right: Value): boolean => {
  if (left instanceof TemporalValue) return left.constructor === right?.constructor
  if (isList(left)) return isList(right)
  return typeof left === 'string'
    ? typeof right === 'string'
    : numericOf(left) !== undefined && numericOf(right) !== undefined
}

/** Three-valued conjunction of what is already known. */
export const both = (left: boolean | null, right: boolean | null): boolean | null => {
  if (left === false || right === false) return false
  return left === null || right === null ? null : true
}
