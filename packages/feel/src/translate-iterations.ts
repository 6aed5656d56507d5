import type { Code, Frame } from './frame.ts'
import { FunctionValue } from './function-value.ts'
import { size } from './limits.ts'
import { isNegative, add, negate, numericOf, subtract, toDouble } from './numeric.ts'
import { Scope } from './scope.ts'
import type { ForSyntax, Iterator, QuantifiedSyntax } from './syntax.ts'
import type { Translator } from './translator.ts'
import { entryOf, isContext, isList, type Value } from './value.ts'

/** The lists that an iteration goes over, and where the body finds their items. */
interface Iteration {
  readonly lists: readonly ((frame: Frame) => readonly Value[] | null)[]
  readonly slots: readonly number[]
  readonly inside: Scope
}

/** Iterators do not see each other, as in Camunda: all lists are computed outside. */
const translateIterators = (
  iterators: readonly Iterator[],
  scope: Scope,
  translator: Translator,
): Iteration => {
  const lists = iterators.map((iterator) => translateIterator(iterator, scope, translator))
  const slots = iterators.map(() => translator.newSlot())
  const inside = new Scope(scope)
  // Of two of the same name the first counts.
  for (const [at, { name }] of [...iterators.entries()].toReversed())
    inside.define(name, slots[at] ?? 0)
  return { lists, slots, inside }
}

const translateIterator = (
  iterator: Iterator,
  scope: Scope,
  translator: Translator,
): Iteration['lists'][number] => {
  const from = translator.translate(iterator.from, scope)
  if (iterator.to === undefined) {
    return (frame) => {
      const list = from(frame)
      return isList(list) ? list : null
    }
  }
  const to = translator.translate(iterator.to, scope)
  return (frame) => numbersBetween(from(frame), to(frame), frame)
}

/** In steps of 1, up or down. */
const numbersBetween = (from: Value, to: Value, frame: Frame): readonly Value[] | null => {
  const first = numericOf(from)
  const last = numericOf(to)
  if (first === undefined || last === undefined) return null
  const distance = subtract(last, first)
  const isDown = isNegative(distance)
  const count = Math.floor(toDouble(isDown ? negate(distance) : distance)) + 1
  frame.produce(count * size.item)
  const numbers: Value[] = []
  for (let number = first; numbers.length < count; number = add(number, isDown ? -1 : 1)) {
    numbers.push(number)
  }
  return numbers
}

/** The lists, or null when one is none. */
const listsOf = ({ lists }: Iteration, frame: Frame): readonly (readonly Value[])[] | null => {
  const found: (readonly Value[])[] = []
  for (const list of lists) {
    const items = list(frame)
    if (items === null) return null
    found.push(items)
  }
  return found
}

/** Of all combinations. None when a list is empty: infinitely many times 0 would be no number. */
const countOf = (lists: readonly (readonly Value[])[]): number =>
  lists.some(({ length }) => length === 0)
    ? 0
    : lists.reduce((count, { length }) => count * length, 1)

/** Puts the items of the n-th combination in place; the last iterator turns fastest. */
const bind = (
  lists: readonly (readonly Value[])[],
  slots: readonly number[],
  frame: Frame,
): ((n: number) => void) => {
  const fastestFirst = lists.map((list, at) => ({ list, slot: slots[at] ?? 0 })).toReversed()
  return (n) => {
    let left = n
    for (const { list, slot } of fastestFirst) {
      frame.slots[slot] = list[left % list.length] ?? null
      left = Math.floor(left / list.length)
    }
  }
}

export const translateFor = (node: ForSyntax, scope: Scope, translator: Translator): Code => {
  const iteration = translateIterators(node.iterators, scope, translator)
  const partial = translator.newSlot()
  iteration.inside.define('partial', partial)
  const { code: body, weight } = translator.measure(node.body, iteration.inside)
  const readsPartial = iteration.inside.isUsed('partial')
  return (frame) => {
    const lists = listsOf(iteration, frame)
    if (lists === null) return null
    const count = countOf(lists)
    frame.at = node
    frame.spend(count * weight)
    frame.produce(count * size.item)
    const bindItems = bind(lists, iteration.slots, frame)
    let results: Value[] = []
    for (let n = 0; n < count; n++) {
      bindItems(n)
      frame.slots[partial] = results
      const result = body(frame)
      if (readsPartial && canHold(result)) results = copied(results, frame)
      results.push(result)
    }
    return results
  }
}

/** Entries of a context that are looked at, to see whether it holds lists. */
const entriesMax = 16

/** Whether the list of results so far can be in a result: then it must not grow any more. */
const canHold = (result: Value): boolean => {
  if (!isContext(result)) return isList(result) || result instanceof FunctionValue
  const names = Object.keys(result)
  return names.length > entriesMax || names.some((name) => isBox(entryOf(result, name) ?? null))
}

const isBox = (value: Value): boolean => isList(value) || isContext(value)

const copied = (results: readonly Value[], frame: Frame): Value[] => {
  frame.spend(results.length)
  frame.produce(results.length * size.item)
  return results.slice()
}

/** Three-valued: null when nothing decides and something is neither true nor false. */
export const translateQuantified = (
  node: QuantifiedSyntax,
  scope: Scope,
  translator: Translator,
): Code => {
  const iteration = translateIterators(node.iterators, scope, translator)
  const { code: body, weight } = translator.measure(node.body, iteration.inside)
  const decisive = node.kind === 'some'
  return (frame) => {
    const lists = listsOf(iteration, frame)
    if (lists === null) return null
    const count = countOf(lists)
    const bindItems = bind(lists, iteration.slots, frame)
    let result: boolean | null = !decisive
    for (let n = 0; n < count; n++) {
      frame.at = node
      frame.spend(weight)
      bindItems(n)
      const found = body(frame)
      if (found === decisive) return decisive
      if (found !== !decisive) result = null
    }
    return result
  }
}
