import type { Value } from './value.ts'

/** Reads a variable by name; undefined when there is none. */
export type Variables = (name: string) => unknown

/** An expression, parsed once; evaluate it as often as you like. */
export interface Expression {
  readonly source: string
  /** Throws `FeelError` with `FEEL_EVALUATION` or `FEEL_LIMIT`. */
  evaluate(variables: Variables): Value
}

/**
 * Compiles an expression (without the leading `=`); the same text gives the same object.
 * Throws `FeelError` with `FEEL_SYNTAX` or `FEEL_UNSUPPORTED`.
 */
export const compile = (source: string): Expression => {
  throw new Error(source)
}
