import type { Code, Frame } from './frame.ts'
import { requireDepth, size } from './limits.ts'
import { add, isNegative, numericOf, subtract, truncate, type Numeric } from './numeric.ts'
import { Scope } from './scope.ts'
import type { FilterSyntax, PathSyntax, Syntax } from './syntax.ts'
import type { Translator } from './translator.ts'
import { TemporalValue } from './temporal/temporal-value.ts'
import { entryOf, isContext, isList, type Value } from './value.ts'

/** An entry of a context or part of a date; of a list, that of each item. */
export const translatePath = (node: PathSyntax, scope: Scope, translator: Translator): Code => {
  const base = translator.translate(node.base, scope)
  const { name } = node
  return (frame) => {
    const value = base(frame)
    if (isContext(value)) return entryOf(value, name) ?? null
    return isList(value) ? entriesOf(value, name, frame) : propertyOf(value, name)
  }
}

const entriesOf = (
  list: readonly Value[],
  name: string,
  frame: Frame,
  depth = 0,
): readonly Value[] => {
  requireDepth(depth)
  frame.spend(list.length)
  frame.produce(list.length * size.item)
  return list.map((item) => {
    if (isContext(item)) return entryOf(item, name) ?? null
    return isList(item) ? entriesOf(item, name, frame, depth + 1) : propertyOf(item, name)
  })
}

const propertyOf = (value: Value, name: string): Value =>
  value instanceof TemporalValue ? (value.property(name) ?? null) : null

/** `list[2]`, `list[-1]` and `list[condition]`. Only a list can be filtered. */
export const translateFilter = (node: FilterSyntax, scope: Scope, translator: Translator): Code => {
  const list = translator.translate(node.base, scope)
  const select = translateSelection(node, scope, translator)
  return (frame) => {
    const found = list(frame)
    if (!isList(found)) return null
    frame.at = node
    return select(found, frame)
  }
}

type Select = (list: readonly Value[], frame: Frame) => Value

/**
 * Whether a condition is an index shows only when it is evaluated, unless its form tells: outside of
 * the list, but for calls, and then for the first item.
 */
const translateSelection = (
  { condition }: FilterSyntax,
  scope: Scope,
  translator: Translator,
): Select => {
  if (isNumber(condition)) {
    const index = translator.translate(condition, scope)
    return (list, frame) => itemAt(list, numericOf(index(frame)) ?? 0)
  }
  const slot = translator.newSlot()
  const { code, weight } = translator.measureFilter(condition, new Scope(scope, slot))
  const filter = filterBy(slot, code, weight)
  if (isTruthValue(condition) || condition.kind === 'call') return filter
  return (list, frame) => {
    frame.spend(weight)
    frame.slots[slot] = null
    const index = numericOf(code(frame))
    return index === undefined ? filter(list, frame) : itemAt(list, index)
  }
}

const filterBy =
  (slot: number, condition: Code, weight: number): Select =>
  (list, frame) => {
    frame.spend(list.length * weight)
    const found: Value[] = []
    for (const [at, item] of list.entries()) {
      frame.slots[slot] = item
      const passed = condition(frame)
      if (passed === true) found.push(item)
      else if (at === 0) {
        const index = numericOf(passed)
        if (index !== undefined) return itemAt(list, index)
      }
    }
    frame.produce(found.length * size.item)
    return found
  }

const isNumber = (node: Syntax): boolean =>
  node.kind === 'negation'
    ? isNumber(node.operand)
    : node.kind === 'literal' && numericOf(node.value) !== undefined

const truthValues: ReadonlySet<Syntax['kind']> = new Set([
  'comparison',
  'between',
  'in',
  'and',
  'or',
  'some',
  'every',
  'instance of',
])
const isTruthValue = ({ kind }: Syntax): boolean => truthValues.has(kind)

/** From 1, or from the end when negative. */
const itemAt = (list: readonly Value[], index: Numeric): Value =>
  list[offsetOf(index, list.length)] ?? null

/** A fraction is cut from the place counted from the start: `[1, 2, 3][-1.5]` is 2. */
const offsetOf = (index: Numeric, length: number): number => {
  const place = isNegative(index) ? add(index, length) : subtract(index, 1)
  return isNegative(place) ? -1 : truncate(place)
}
