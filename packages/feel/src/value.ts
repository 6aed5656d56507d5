import type { Decimal } from './decimal.ts'
import type { FunctionValue } from './function-value.ts'
import type { Range } from './range.ts'
import type { TemporalValue } from './temporal/temporal-value.ts'

/**
 * A FEEL value. JSON values are FEEL values as they are, without a copy: numbers are doubles that
 * mean the decimal they print as, contexts are plain objects of which only own properties count,
 * a `JSON.rawJSON` is the number with its digits. Beside them: `Decimal`, what is about time, functions,
 * ranges.
 */
export type Value =
  | null
  | boolean
  | number
  | string
  | Decimal
  | TemporalValue
  | Range
  | FunctionValue
  | readonly Value[]
  | Context

/** A plain object; its entries are its own properties. */
export interface Context {
  readonly [name: string]: Value
}

/** What is not JSON extends this, so that one check tells it from a context. */
export abstract class NotJson {
  /** Makes the class nominal: a context never passes for it. */
  protected readonly notJson = true
}

/** Unlike `Array.isArray`, narrows a readonly list. */
export const isList = (value: Value): value is readonly Value[] => Array.isArray(value)

export const isContext = (value: Value): value is Context =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof NotJson) &&
  !JSON.isRawJSON(value)

/** An own entry's value; undefined when there is none. Never walks the prototype. */
export const entryOf = (context: Context, name: string): Value | undefined =>
  Object.hasOwn(context, name) ? (context[name] ?? null) : undefined

/** A context under construction. */
export type ContextBuilder<Entry extends Value = Value> = Record<string, Entry>

/** Assigning to `__proto__` would change the prototype, so that key is defined. */
export const putEntry = <Entry extends Value>(
  context: ContextBuilder<Entry>,
  name: string,
  value: Entry,
): void => {
  if (name === '__proto__') {
    Object.defineProperty(context, name, {
      value,
      enumerable: true,
      writable: true,
      configurable: true,
    })
  } else context[name] = value
}

/** A context of entries; the last of equal names counts. */
export const contextOf = <Entry extends Value>(
  entries: Iterable<readonly [string, Entry]>,
): ContextBuilder<Entry> => {
  const context: ContextBuilder<Entry> = {}
  for (const [name, value] of entries) putEntry(context, name, value)
  return context
}
