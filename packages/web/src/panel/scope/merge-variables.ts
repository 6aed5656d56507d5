import type { ContextKey } from '@tenon/feel'
import type { ScopeVariable } from '../../feel-editor/scope.ts'

/** One variable for each name, where it was first found, with the keys of all. */
export const mergeVariables = (variables: readonly ScopeVariable[]): readonly ScopeVariable[] =>
  [...Map.groupBy(variables, ({ name }) => name)].map(([name, same]) => ({
    name,
    origin: same[0]?.origin ?? '',
    entries: mergeVariables(same.flatMap(({ entries }) => entries)),
  }))

/** Of a key of a context, with what is within. */
export const variableOfKeys = ({ name, keys }: ContextKey, origin: string): ScopeVariable => ({
  name,
  origin,
  entries: keys.map((key) => variableOfKeys(key, origin)),
})

/** Of a mapping's target: `order.customer` is a key of `order`. */
export const variableOfPath = (
  path: string,
  origin: string,
  keys: readonly ContextKey[] = [],
): ScopeVariable => {
  const [name = '', ...rest] = path.split('.')
  return {
    name,
    origin,
    entries:
      rest.length > 0
        ? [variableOfPath(rest.join('.'), origin, keys)]
        : keys.map((key) => variableOfKeys(key, origin)),
  }
}

/** How deep a value is looked into: a document that holds itself as text can be of any depth. */
const depthMax = 8

/** Of a value that is known. */
export const variableOfValue = (
  name: string,
  value: unknown,
  origin: string,
  depth = 0,
): ScopeVariable => ({
  name,
  origin,
  entries:
    depth < depthMax
      ? entriesOf(value).map(([key, inner]) => variableOfValue(key, inner, origin, depth + 1))
      : [],
})

const entriesOf = (value: unknown): readonly (readonly [string, unknown])[] =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : []
