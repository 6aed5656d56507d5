import { FeelError } from '../errors.ts'
import type { Budget } from '../limits.ts'
import {
  add,
  compareNumbers,
  divide,
  multiply,
  numericOf,
  ofDouble,
  subtract,
  toDouble,
  type Numeric,
} from '../numeric.ts'
import { hasOrder, order } from '../order.ts'
import type { Value } from '../value.ts'
import { variadic, type Builtin } from './builtin.ts'
import { valuesOf } from './parameters.ts'

/** Takes one list, or its items: `sum([1, 2])`, `sum(1, 2)`. */
const aggregate = (
  name: string,
  apply: (items: readonly Value[], budget: Budget) => Value,
): Builtin =>
  variadic(name, ['list'], (values, budget) => {
    const items = valuesOf(values)
    budget.spend(items.length)
    return apply(items, budget)
  })

/** Of numbers only; null for none, and when an item is no number. */
const ofNumbers = (name: string, apply: (numbers: readonly Numeric[]) => Value): Builtin =>
  aggregate(name, (items) => {
    const numbers = numbersOf(items)
    return numbers === null || numbers.length === 0 ? null : apply(numbers)
  })

const numbersOf = (items: readonly Value[]): readonly Numeric[] | null => {
  const numbers: Numeric[] = []
  for (const item of items) {
    const number = numericOf(item)
    if (number === undefined) return null
    numbers.push(number)
  }
  return numbers
}

/** The item that comes first or last; null when two have no order. */
const extreme = (name: string, sign: 1 | -1): Builtin =>
  aggregate(name, (items, budget) => {
    const [first = null, ...others] = items
    let best = first
    // Alone, too, it must be of a kind that has an order.
    if (!hasOrder(best, budget)) return null
    for (const item of others) {
      const found = order(item, best, budget)
      if (found === null) return null
      if (found * sign > 0) best = item
    }
    return best
  })

const total = (numbers: readonly Numeric[]): Numeric => numbers.reduce(add)

const mean = (numbers: readonly Numeric[]): Numeric | null => divide(total(numbers), numbers.length)

const median = (numbers: readonly Numeric[]): Value => {
  const sorted = numbers.toSorted(compareNumbers)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : divide(add(sorted[middle - 1] ?? 0, upper), 2)
}

/** Of a sample. */
const standardDeviation = (numbers: readonly Numeric[]): Value => {
  const center = mean(numbers)
  const squares = numbers.map((number) => {
    const distance = subtract(number, center ?? 0)
    return multiply(distance, distance)
  })
  const variance = divide(total(squares), numbers.length - 1)
  if (variance === null) {
    const message = 'stddev needs at least two numbers. Check the list.'
    throw new FeelError('FEEL_EVALUATION', message)
  }
  return ofDouble(Math.sqrt(toDouble(variance)), 'stddev')
}

/** The most frequent numbers, in ascending order. */
const mode = (items: readonly Value[]): Value => {
  const numbers = numbersOf(items)?.toSorted(compareNumbers)
  if (numbers === undefined) return null
  const runs: { readonly number: Numeric; count: number }[] = []
  for (const number of numbers) {
    const run = runs.at(-1)
    if (run !== undefined && compareNumbers(run.number, number) === 0) run.count++
    else runs.push({ number, count: 1 })
  }
  const most = runs.reduce((count, run) => Math.max(count, run.count), 0)
  return runs.flatMap(({ number, count }) => (count === most ? [number] : []))
}

/** Three-valued: null when nothing decides and an item is neither true nor false. */
const quantified = (name: string, decisive: boolean): Builtin =>
  aggregate(name, (items) => {
    if (items.includes(decisive)) return decisive
    return items.every((item) => item === !decisive) ? !decisive : null
  })

export const aggregates: readonly Builtin[] = [
  extreme('min', -1),
  extreme('max', 1),
  ofNumbers('sum', total),
  ofNumbers('product', (numbers) => numbers.reduce(multiply)),
  ofNumbers('mean', mean),
  ofNumbers('median', median),
  ofNumbers('stddev', standardDeviation),
  aggregate('mode', mode),
  quantified('all', false),
  quantified('any', true),
  // Former names, which Camunda still knows.
  quantified('and', false),
  quantified('or', true),
]
