import type { Value } from './value.ts'

/**
 * A function that the host adds to the language, such as `bpmnError`. It gets FEEL values (`toJson`
 * makes them JSON) and returns one. What it throws ends the evaluation with `FEEL_EVALUATION` and
 * the thrown message.
 */
export interface HostFunction {
  /** Names of the parameters, in order, by which an expression may also pass them. */
  readonly parameters: readonly string[]
  /** How many of them an expression must pass; the others are null when absent. */
  readonly required: number
  readonly call: (values: readonly Value[]) => Value
}

/** Host functions by name. Expressions are cached by this object, so make it once. */
export type HostFunctions = ReadonlyMap<string, HostFunction>
