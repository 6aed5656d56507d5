import type { Code, Frame } from './frame.ts'
import { size } from './limits.ts'
import { numericOf, truncate, type Numeric } from './numeric.ts'
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

const entriesOf = (list: readonly Value[], name: string, frame: Frame): readonly Value[] => {
  frame.spend(list.length)
  frame.produce(list.length * size.item)
  return list.map((item) => {
    if (isContext(item)) return entryOf(item, name) ?? null
    return isList(item) ? entriesOf(item, name, frame) : propertyOf(item, name)
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

/** Whether a condition is an index shows only when it is evaluated, unless its form tells. */
const translateSelection = (
  { condition }: FilterSyntax,
  scope: Scope,
  translator: Translator,
): Select => {
  if (isNumber(condition)) {
    const index = translator.translate(condition, scope)
    return (list, frame) => itemAt(list, index(frame))
  }
  const slot = translator.newSlot()
  const { code, weight } = translator.measureFilter(condition, new Scope(scope, slot))
  const filter = filterBy(slot, code, weight)
  if (isTruthValue(condition)) return filter
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
    for (const item of list) {
      frame.slots[slot] = item
      if (condition(frame) === true) found.push(item)
    }
    frame.produce(found.length * size.item)
    return found
  }

const isNumber = (node: Syntax): boolean =>
  node.kind === 'arithmetic' ||
  node.kind === 'negation' ||
  (node.kind === 'literal' && numericOf(node.value) !== undefined)

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
const itemAt = (list: readonly Value[], index: Value): Value => {
  const number = numericOf(index)
  return number === undefined ? null : (list[offsetOf(number, list.length)] ?? null)
}

const offsetOf = (index: Numeric, length: number): number => {
  const place = truncate(index)
  return place > 0 ? place - 1 : place < 0 ? length + place : -1
}
