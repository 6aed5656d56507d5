import type { Completion } from '@codemirror/autocomplete'
import type { ScopeVariable } from './scope.ts'

/** The keys that a path such as `order.customer.` can go on with; undefined when it is unknown. */
export const entriesAt = (
  variables: readonly ScopeVariable[],
  path: readonly string[],
): readonly ScopeVariable[] | undefined => {
  const [name, ...rest] = path
  if (name === undefined) return variables
  const found = variables.find((variable) => variable.name === name)
  return found && entriesAt(found.entries, rest)
}

/** Variables come before functions: they are what an expression is about. */
export const variableCompletions = (variables: readonly ScopeVariable[]): readonly Completion[] =>
  variables.map(({ name, origin, entries }) => ({
    label: name,
    detail: origin,
    type: entries.length > 0 ? 'namespace' : 'variable',
    apply: asName(name),
    boost: 50,
  }))

const plainName = /^[\p{L}_][\p{L}\p{N}_]*$/u

/** What is no plain name stands in backticks. */
const asName = (name: string): string => (plainName.test(name) ? name : `\`${name}\``)
