import { requireDepth, size, type Budget } from '../limits.ts'
import { contextOf, entryOf, isContext, isList, type Context, type Value } from '../value.ts'
import { binary, ternary, unary, variadic, type Builtin, type Parameter } from './builtin.ts'
import { any, context, list, valuesOf } from './parameters.ts'

const entriesOf = (found: Context): (readonly [string, Value])[] =>
  Object.keys(found).map((name) => [name, entryOf(found, name) ?? null])

const charge = (entries: number, budget: Budget): void => {
  budget.spend(entries)
  budget.produce(entries * size.entry)
}

/** By a name, or by a list of names that leads inwards. */
const getValue = (found: Context, key: Value): Value => {
  if (typeof key === 'string') return entryOf(found, key) ?? null
  if (!isList(key) || key.length === 0) return null
  let value: Value = found
  for (const name of key) {
    if (typeof name !== 'string' || !isContext(value)) return null
    value = entryOf(value, name) ?? null
  }
  return value
}

const getEntries = (found: Context, budget: Budget): Value => {
  const entries = entriesOf(found)
  charge(3 * entries.length, budget)
  return entries.map(([key, value]) => ({ key, value }))
}

/** The context of `{key, value}` entries. */
const ofEntries = (items: readonly Value[], budget: Budget): Value => {
  charge(items.length, budget)
  const entries: [string, Value][] = []
  for (const item of items) {
    const key = isContext(item) ? entryOf(item, 'key') : undefined
    const value = isContext(item) ? entryOf(item, 'value') : undefined
    if (typeof key !== 'string' || value === undefined) return null
    entries.push([key, value])
  }
  return contextOf(entries)
}

/** Contexts on the way are made where there are none; no key at all makes it null. */
const put = (found: Context, keys: readonly Value[], value: Value, budget: Budget): Value => {
  requireDepth(keys.length)
  const [name, ...inner] = keys
  if (typeof name !== 'string') return null
  const entries = entriesOf(found)
  charge(entries.length + 1, budget)
  const next = entryOf(found, name) ?? null
  const changed =
    inner.length === 0 ? value : put(isContext(next) ? next : {}, inner, value, budget)
  return inner.length > 0 && changed === null ? null : contextOf([...entries, [name, changed]])
}

const merge = (values: readonly Value[], budget: Budget): Value => {
  const merged: (readonly [string, Value])[] = []
  for (const value of valuesOf(values)) {
    if (!isContext(value)) return null
    const entries = entriesOf(value)
    charge(entries.length, budget)
    merged.push(...entries)
  }
  return contextOf(merged)
}

/** One key, or a path of them. */
const keysCalled = (name: string): Parameter<readonly Value[]> => ({
  name,
  read: (value) => (typeof value === 'string' ? [value] : isList(value) ? value : undefined),
})

/** A parameter has had several names, and by each of them an expression may pass it. */
const getValueBy = (outer: string, key: string): Builtin =>
  binary('get value', [context(outer), any(key)], getValue)

const putBy = (name: string, key: string): Builtin =>
  ternary(
    name,
    [context('context'), keysCalled(key), any('value')],
    ([found, path, value], budget) => put(found, path, value, budget),
  )

export const contexts: readonly Builtin[] = [
  getValueBy('context', 'key'),
  getValueBy('m', 'key'),
  getValueBy('context', 'keys'),
  unary('get entries', context('context'), getEntries),
  unary('get entries', context('m'), getEntries),
  unary('context', list('entries'), ofEntries),
  putBy('context put', 'key'),
  putBy('context put', 'keys'),
  // Former names, which Camunda still knows.
  putBy('put', 'key'),
  variadic('put all', ['contexts'], merge),
  variadic('context merge', ['contexts'], merge),
]
