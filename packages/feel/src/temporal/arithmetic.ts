import { FeelError } from '../errors.ts'
import { numericOf } from '../numeric.ts'
import type { ArithmeticOperator } from '../syntax.ts'
import type { Value } from '../value.ts'
import { isDuration } from './date.ts'
import type { DaysDuration, MonthsDuration } from './duration.ts'
import { TemporalValue } from './temporal-value.ts'

const times = (duration: DaysDuration | MonthsDuration, factor: Value): Value => {
  const number = numericOf(factor)
  return number === undefined ? null : duration.times(number)
}

const operations: Readonly<Record<ArithmeticOperator, (left: Value, right: Value) => Value>> = {
  '+': (left, right) => (left instanceof TemporalValue ? left.plus(right) : null),
  '-': (left, right) => (left instanceof TemporalValue ? left.minus(right) : null),
  '*': (left, right) =>
    isDuration(left) ? times(left, right) : isDuration(right) ? times(right, left) : null,
  '/': (left, right) => (isDuration(left) ? left.dividedBy(right) : null),
  '**': () => null,
}

/** What an operator makes of operands that are not both numbers; null where it means nothing. */
export const temporalArithmetic = (
  operator: ArithmeticOperator,
  left: Value,
  right: Value,
): Value => withinCalendar(() => operations[operator](left, right))

/** Temporal ends in the year 275760, some 270,000 years after us. */
export const withinCalendar = <Type>(compute: () => Type): Type => {
  try {
    return compute()
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    const message = 'The date is beyond the year 275760 or before -271821. Check the operands.'
    throw new FeelError('FEEL_EVALUATION', message)
  }
}
