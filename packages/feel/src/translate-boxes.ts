import type { Code, Frame } from './frame.ts'
import { FunctionValue } from './function-value.ts'
import { size } from './limits.ts'
import { order } from './order.ts'
import { Range } from './range.ts'
import { Scope, type LocalFunction } from './scope.ts'
import type { ContextSyntax, FunctionSyntax, RangeSyntax, Syntax } from './syntax.ts'
import type { Translator } from './translator.ts'
import { isList, putEntry, type ContextBuilder, type Value } from './value.ts'

export const translateList = (
  node: { readonly items: readonly Syntax[] },
  scope: Scope,
  translator: Translator,
): Code => {
  const items = node.items.map((item) => translator.translate(item, scope))
  return (frame) => {
    frame.produce(items.length * size.item)
    const list: Value[] = []
    for (const item of items) list.push(item(frame))
    return list
  }
}

/** Entries see those before them. A function is there to be called by them, not for the result. */
export const translateContext = (
  node: ContextSyntax,
  scope: Scope,
  translator: Translator,
): Code => {
  const inside = new Scope(scope)
  translator.contextScopes.set(node, inside)
  const entries: ((context: ContextBuilder, frame: Frame) => void)[] = []
  for (const { name, value } of node.entries) {
    if (value.kind === 'function') {
      inside.defineFunction(name, defineFunction(value, inside, translator))
      continue
    }
    const code = translator.translate(value, inside)
    const slot = translator.newSlot()
    inside.define(name, slot)
    const ownScope = translator.contextScopes.get(value)
    if (ownScope !== undefined) inside.defineContext(name, ownScope)
    entries.push((context, frame) => {
      putEntry(context, name, (frame.slots[slot] = code(frame)))
    })
  }
  return (frame) => {
    frame.produce(entries.length * size.entry)
    const context: ContextBuilder = {}
    for (const put of entries) put(context, frame)
    return context
  }
}

const defineFunction = (
  node: FunctionSyntax,
  scope: Scope,
  translator: Translator,
): LocalFunction => {
  const inside = new Scope(scope)
  const slots = node.parameters.map((parameter) => {
    const slot = translator.newSlot()
    inside.define(parameter, slot)
    return slot
  })
  const { code: body, weight, height } = translator.measure(node.body, inside)
  return { parameters: node.parameters, slots, body, weight, height }
}

/** Runs a function's body. The values are all computed before: they may call the same function. */
export const invoke = (
  { slots, body, weight }: LocalFunction,
  values: readonly Value[],
  frame: Frame,
): Value => {
  frame.spend(weight)
  slots.forEach((slot, at) => {
    frame.slots[slot] = values[at] ?? null
  })
  return body(frame)
}

export const translateFunction = (
  node: FunctionSyntax,
  scope: Scope,
  translator: Translator,
): Code => {
  const definition = defineFunction(node, scope, translator)
  return (frame) =>
    new FunctionValue(definition.parameters, (values) => invoke(definition, values, frame))
}

export const translateRange = (node: RangeSyntax, scope: Scope, translator: Translator): Code => {
  const low = translator.translate(node.low, scope)
  const high = translator.translate(node.high, scope)
  return (frame) => {
    const [first, last] = [low(frame), high(frame)]
    return areEnds(first, last, frame) ? new Range(first, last, node) : null
  }
}

/** Numbers or times, both of a kind. */
const areEnds = (low: Value, high: Value, frame: Frame): boolean => {
  const areTexts = typeof low === 'string' || isList(low)
  return !areTexts && low !== null && order(low, high, frame) !== null
}
