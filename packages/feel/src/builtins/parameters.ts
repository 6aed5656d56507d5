import { FunctionValue } from '../function-value.ts'
import { numericOf, truncate, type Numeric } from '../numeric.ts'
import { isContext, isList, type Context, type Value } from '../value.ts'
import type { Parameter } from './builtin.ts'

/** What a function of any number of values gets: a list alone is all of them. */
export const valuesOf = (values: readonly Value[]): readonly Value[] => {
  const [only = null] = values
  return values.length === 1 && isList(only) ? only : values
}

/** Takes null too. */
export const any = (name: string): Parameter<Value> => ({ name, read: (value) => value })

export const text = (name: string): Parameter<string> => ({
  name,
  read: (value) => (typeof value === 'string' ? value : undefined),
})

export const boolean = (name: string): Parameter<boolean> => ({
  name,
  read: (value) => (typeof value === 'boolean' ? value : undefined),
})

export const number = (name: string): Parameter<Numeric> => ({ name, read: numericOf })

/** A scale, index or length: a fraction is cut. */
export const whole = (name: string): Parameter<number> => ({
  name,
  read: (value) => {
    const found = numericOf(value)
    return found === undefined ? undefined : truncate(found)
  },
})

export const list = (name: string): Parameter<readonly Value[]> => ({
  name,
  read: (value) => (isList(value) ? value : undefined),
})

export const context = (name: string): Parameter<Context> => ({
  name,
  read: (value) => (isContext(value) ? value : undefined),
})

export const callback = (name: string): Parameter<FunctionValue> => ({
  name,
  read: (value) => (value instanceof FunctionValue ? value : undefined),
})
