import { equalItems, same } from '../equality.ts'
import { requireDepth, size, type Budget } from '../limits.ts'
import { isList, type Value } from '../value.ts'
import { binary, ternary, unary, variadic, type Builtin } from './builtin.ts'
import { any, callback, list, valuesOf, whole } from './parameters.ts'
import { sorted } from './sort.ts'

/** Charges for a new list. */
const made = (items: readonly Value[], budget: Budget): readonly Value[] => {
  budget.spend(items.length)
  budget.produce(items.length * size.item)
  return items
}

/**
 * Offset of a position that counts from 1, or from the end when negative; undefined for 0. It can
 * lie before the first item or after the last.
 */
const offsetOf = (position: number, length: number): number | undefined =>
  position === 0 ? undefined : position > 0 ? position - 1 : length + position

/** What would lie before the first item counts as taken. */
const sublist = (items: readonly Value[], start: number, length: number): Value => {
  const from = offsetOf(start, items.length)
  return from === undefined ? null : items.slice(Math.max(0, from), Math.max(0, from + length))
}

/** A position past an end adds there. */
const insertBefore = (items: readonly Value[], position: number, item: Value): Value => {
  const at = Math.max(0, offsetOf(position, items.length) ?? 0)
  return position === 0 ? null : [...items.slice(0, at), item, ...items.slice(at)]
}

/** A position past an end changes nothing. */
const remove = (items: readonly Value[], position: number): Value => {
  const at = offsetOf(position, items.length)
  return at === undefined ? null : items.filter((_, index) => index !== at)
}

const positionsOf = (items: readonly Value[], match: Value, budget: Budget): Value =>
  items.flatMap((item, at) => (same(item, match, budget) ? [at + 1] : []))

const concatenate = (values: readonly Value[], budget: Budget): Value => {
  const joined: Value[] = []
  for (const value of values) {
    const items = isList(value) ? value : [value]
    made(items, budget)
    for (const item of items) joined.push(item)
  }
  return joined
}

const append = ([items = null, ...added]: readonly Value[], budget: Budget): Value =>
  isList(items) ? concatenate([items, ...added.map((item) => [item])], budget) : null

const flatten = (items: readonly Value[], budget: Budget, depth = 0): readonly Value[] => {
  requireDepth(depth)
  const flat: Value[] = []
  for (const item of items) {
    const inner = isList(item) ? flatten(item, budget, depth + 1) : [item]
    made(inner, budget)
    for (const value of inner) flat.push(value)
  }
  return flat
}

const partition = (items: readonly Value[], length: number, budget: Budget): Value => {
  if (length < 1) return null
  made(items, budget)
  const parts: Value[] = []
  for (let at = 0; at < items.length; at += length) parts.push(items.slice(at, at + length))
  return made(parts, budget)
}

export const lists: readonly Builtin[] = [
  binary('list contains', [list('list'), any('element')], (items, element, budget) =>
    items.some((item) => equalItems(item, element, budget)),
  ),
  unary('count', list('list'), (items) => items.length),
  unary('is empty', list('list'), (items) => items.length === 0),
  binary('sublist', [list('list'), whole('start')], (items, start, budget) =>
    sublist(made(items, budget), start, Infinity),
  ),
  ternary(
    'sublist',
    [list('list'), whole('start'), whole('length')],
    ([items, start, length], budget) => sublist(made(items, budget), start, length),
  ),
  variadic('append', ['list', 'items'], append),
  variadic('concatenate', ['lists'], (values, budget) => concatenate(valuesOf(values), budget)),
  ternary(
    'insert before',
    [list('list'), whole('position'), any('newItem')],
    ([items, position, item], budget) => insertBefore(made(items, budget), position, item),
  ),
  binary('remove', [list('list'), whole('position')], (items, position, budget) =>
    remove(made(items, budget), position),
  ),
  unary('reverse', list('list'), (items, budget) => made(items, budget).toReversed()),
  binary('index of', [list('list'), any('match')], positionsOf),
  unary('flatten', list('list'), (items, budget) => flatten(items, budget)),
  binary('sort', [list('list'), callback('precedes')], sorted),
  binary('partition', [list('list'), whole('size')], partition),
]
