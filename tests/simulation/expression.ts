import type { Json } from '@tenon/orchestration'
import { ModelIncident } from './model/model-incident.ts'
import type { Random } from './random.ts'

/** Reads a variable; null where there is none. */
export type Read = (name: string) => Json

/** FEEL as it stands in a model, and what it is by the rules of FEEL. */
export interface Expression {
  readonly text: string
  readonly evaluate: (read: Read) => Json
}

/** A mapping of an element; the target may lead into a context, as in `order.id`. */
export interface Mapping {
  readonly source: Expression
  readonly target: string
}

export const number = (value: number): Expression => ({
  text: `=${value}`,
  evaluate: () => value,
})

const variable = (name: string): Expression => ({
  text: `=${name}`,
  evaluate: (read) => read(name),
})

export const plus = (name: string, summand: number): Expression => ({
  text: `=${name} + ${summand}`,
  evaluate: (read) => {
    const value = read(name)
    return typeof value === 'number' ? value + summand : null
  },
})

/** Raises an incident where the variable is null. */
const required = (name: string): Expression => ({
  text: `=assert(${name}, ${name} != null)`,
  evaluate: (read) => {
    const value = read(name)
    if (value === null) throw new ModelIncident('IO_MAPPING_ERROR')
    return value
  },
})

/** Null, which is no decision, of what is no number. */
export const isBelow = (name: string, limit: number): Expression => ({
  text: `=${name} < ${limit}`,
  evaluate: (read) => {
    const value = read(name)
    return typeof value === 'number' ? value < limit : null
  },
})

export const randomExpression = (random: Random, readable: readonly string[]): Expression => {
  const name = random.pick(readable) ?? 'x'
  const kind = random.below(100)
  if (kind < 25) return number(random.below(10))
  if (kind < 50) return variable(name)
  if (kind < 92) return plus(name, random.below(5))
  return required(name)
}

export const randomValue = (random: Random): Json => {
  const kind = random.below(100)
  if (kind < 75) return random.below(10)
  if (kind < 85) return random.oneOf('text', 'a "quote" \\ and é')
  if (kind < 92) return { a: random.below(10) }
  return random.oneOf(null, true, false)
}
