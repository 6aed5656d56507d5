import { FeelError } from './errors.ts'
import { parse } from './parse/parser.ts'
import type { Syntax } from './syntax.ts'

/** A key that a context has, with those of the context that is its value. */
export interface ContextKey {
  readonly name: string
  readonly keys: readonly ContextKey[]
}

/**
 * The keys of the context that an expression (without the leading `=`) gives, as far as its text
 * tells: of `{a: 1, b: {c: 2}}` these are `a`, and `b` with `c`. Both branches of an `if` count.
 * None for text that is no FEEL.
 */
export const contextKeys = (source: string): readonly ContextKey[] => {
  try {
    return keysOf(parse(source))
  } catch (error) {
    if (error instanceof FeelError) return []
    throw error
  }
}

const keysOf = (syntax: Syntax): readonly ContextKey[] => {
  if (syntax.kind === 'if') return merged([...keysOf(syntax.whenTrue), ...keysOf(syntax.otherwise)])
  if (syntax.kind !== 'context') return []
  return merged(syntax.entries.map(({ name, value }) => ({ name, keys: keysOf(value) })))
}

/** Keys of the same name become one. */
const merged = (keys: readonly ContextKey[]): readonly ContextKey[] =>
  [...Map.groupBy(keys, ({ name }) => name)].map(([name, same]) => ({
    name,
    keys: merged(same.flatMap(({ keys: inner }) => inner)),
  }))
