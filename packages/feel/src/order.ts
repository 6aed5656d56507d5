import { FeelError } from './errors.ts'
import type { Budget } from './limits.ts'
import { compareNumbers, numericOf } from './numeric.ts'
import { TemporalValue } from './temporal/temporal-value.ts'
import { isList, type Value } from './value.ts'

/** Negative, 0 or positive; null for what has no order. Strings compare by UTF-16 units. */
export const order = (left: Value, right: Value, budget: Budget): number | null => {
  if (typeof left === 'string' && typeof right === 'string') {
    budget.read(left)
    return left < right ? -1 : left > right ? 1 : 0
  }
  if (isList(left) && isList(right)) {
    const message = 'Lists have no order. Compare their items, or their lengths with count.'
    throw new FeelError('FEEL_EVALUATION', message)
  }
  if (left instanceof TemporalValue) return left.compare(right)
  const leftNumber = numericOf(left)
  const rightNumber = numericOf(right)
  if (leftNumber === undefined || rightNumber === undefined) return null
  return compareNumbers(leftNumber, rightNumber)
}

/** Three-valued conjunction of what is already known. */
export const both = (left: boolean | null, right: boolean | null): boolean | null => {
  if (left === false || right === false) return false
  return left === null || right === null ? null : true
}
