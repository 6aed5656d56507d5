import type { Json, JsonObject } from '@tenon/orchestration'
import type { Mapping, Read } from '../expression.ts'
import type { ModelElement } from './model-element.ts'

/** Into the element's own scope. */
export const applyInputs = (element: ModelElement, inputs: readonly Mapping[]): void =>
  element.setLocal(evaluate(inputs, { read: (name) => element.read(name), base: () => null }))

/** Into the scopes around the element. */
export const applyOutputs = (element: ModelElement, outputs: readonly Mapping[]): void => {
  const read: Read = (name) => element.read(name)
  element.scope.propagate(evaluate(outputs, { read, base: read }))
}

interface Surroundings {
  readonly read: Read
  /** What a target that leads into a context is put into. */
  readonly base: Read
}

/** Each variable once, where it comes first; it sees what those before it gave. */
const evaluate = (mappings: readonly Mapping[], { read, base }: Surroundings): JsonObject => {
  const results = new Map<string, Json>()
  const seen: Read = (name) => (results.has(name) ? (results.get(name) ?? null) : read(name))
  const variables = Map.groupBy(mappings, ({ target }) => target.split('.', 1)[0] ?? '')
  for (const [name, all] of variables) {
    const lastWhole = all.findLastIndex(({ target }) => target === name)
    const entries = all.slice(lastWhole + 1)
    const whole = entries.length === 0 ? all[lastWhole] : undefined
    const value =
      whole === undefined ? putAll(base(name), entries, seen) : whole.source.evaluate(seen)
    results.set(name, value)
  }
  return Object.fromEntries(results)
}

const putAll = (context: Json, entries: readonly Mapping[], seen: Read): Json => {
  const given = entries.map(
    ({ source, target }) => [target.slice(target.indexOf('.') + 1), source.evaluate(seen)] as const,
  )
  if (context === null) return Object.fromEntries(given)
  if (typeof context !== 'object' || Array.isArray(context)) return null
  return Object.fromEntries([...Object.entries(context), ...given])
}
