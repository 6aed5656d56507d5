import { numericOf, requireInt, truncate } from '../numeric.ts'
import { isDuration } from '../temporal/date.ts'
import type { Value } from '../value.ts'
import type { Builtin } from './builtin.ts'

/** A repetition of ISO 8601, as timers take it: `R3/PT1H`, or `R/PT1H` without end. */
const cycle = (repetitions: Value, interval: Value): Value => {
  if (!isDuration(interval)) return null
  if (repetitions === null) return `R/${interval.toString()}`
  const count = numericOf(repetitions)
  if (count === undefined) return null
  return `R${requireInt(truncate(count), 'The number of repetitions')}/${interval.toString()}`
}

const tagged = ['value', 'description', 'type', 'schema', 'options'] as const

/** What Zeebe adds to the language. */
export const zeebeFunctions: readonly Builtin[] = [
  {
    name: 'cycle',
    parameters: ['interval'],
    variadic: false,
    call: ([interval = null]) => cycle(null, interval),
  },
  {
    name: 'cycle',
    parameters: ['repetitions', 'interval'],
    variadic: false,
    call: ([repetitions = null, interval = null]) => cycle(repetitions, interval),
  },
  // It only marks a value as one that a model of language is to fill in.
  ...tagged.map((_, at) => ({
    name: 'fromAi',
    parameters: tagged.slice(0, at + 1),
    variadic: false,
    call: ([value = null]: readonly Value[]): Value => value,
  })),
]
