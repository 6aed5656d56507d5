import { same } from '../equality.ts'
import { size, type Budget } from '../limits.ts'
import { compareNumbers, decimalOf, numericOf, toDouble } from '../numeric.ts'
import { isList, type Value } from '../value.ts'
import { unary, variadic, type Builtin } from './builtin.ts'
import { list, valuesOf } from './parameters.ts'

/** Each different value, once, with how often it occurs; contexts of equal entries are the same. */
const tally = (items: readonly Value[], budget: Budget): readonly Occurrences[] => {
  budget.spend(items.length)
  budget.produce(items.length * size.entry)
  const found: Occurrences[] = []
  const byKey = new Map<string, Occurrences>()
  const others: Occurrences[] = []
  for (const value of items) {
    const key = keyOf(value)
    const known =
      key === undefined ? others.find((other) => same(other.value, value, budget)) : byKey.get(key)
    if (known !== undefined) known.count++
    else {
      const occurrences = { value, count: 1 }
      found.push(occurrences)
      if (key === undefined) others.push(occurrences)
      else byKey.set(key, occurrences)
    }
  }
  return found
}

interface Occurrences {
  readonly value: Value
  count: number
}

/** The same text for the same values; undefined for lists and contexts, which are compared. */
const keyOf = (value: Value): string | undefined => {
  if (typeof value === 'string') return `"${value}`
  if (value === null || typeof value === 'boolean') return String(value)
  const number = numericOf(value)
  if (number === undefined) return undefined
  const double = toDouble(number)
  return Number.isSafeInteger(double) && compareNumbers(double, number) === 0
    ? String(double)
    : decimalOf(number).shortest().toString()
}

const distinct = (items: readonly Value[], budget: Budget): Value =>
  tally(items, budget).map(({ value }) => value)

const duplicates = (items: readonly Value[], budget: Budget): Value =>
  tally(items, budget).flatMap(({ value, count }) => (count > 1 ? [value] : []))

const union = (lists: readonly Value[], budget: Budget): Value => {
  const items: Value[] = []
  for (const values of valuesOf(lists)) {
    const added = isList(values) ? values : [values]
    budget.produce(added.length * size.item)
    for (const value of added) items.push(value)
  }
  return distinct(items, budget)
}

export const sets: readonly Builtin[] = [
  unary('distinct values', list('list'), distinct),
  unary('duplicate values', list('list'), duplicates),
  variadic('union', ['lists'], union),
]
