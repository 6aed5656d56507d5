import { NotJson, type Value } from './value.ts'

/**
 * A function as a value: what `sort` gets. It lives no longer than the evaluation that made it,
 * because it reads that evaluation's variables.
 */
export class FunctionValue extends NotJson {
  readonly parameters: readonly string[]
  readonly invoke: (values: readonly Value[]) => Value

  constructor(parameters: readonly string[], invoke: (values: readonly Value[]) => Value) {
    super()
    this.parameters = parameters
    this.invoke = invoke
  }
}
