import { FunctionValue } from './function-value.ts'
import { numericOf } from './numeric.ts'
import { TemporalValue } from './temporal/temporal-value.ts'
import { isContext, isList, type Value } from './value.ts'

/**
 * Whether a value is of a type that `instance of` names. Nothing is of a type that nobody knows, and
 * null is of none.
 */
export const isInstanceOf = (value: Value, type: string): boolean =>
  type === 'Any' ? value !== null : typeOf(value) === type

/** The name of a value's type; a function cannot be told by its parameters. */
const typeOf = (value: Value): string => {
  if (value instanceof TemporalValue) return value.type
  if (value instanceof FunctionValue) return 'function'
  if (isList(value)) return 'list'
  if (isContext(value)) return 'context'
  if (numericOf(value) !== undefined) return 'number'
  return value === null ? 'null' : typeof value
}
