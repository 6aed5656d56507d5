/** What an expression may use beside the language itself. */
export interface Scope {
  readonly variables: readonly ScopeVariable[]
  readonly functions: readonly ScopeFunction[]
}

/** A variable that an expression may use, or a key of one. */
export interface ScopeVariable {
  readonly name: string
  /** Where it comes from, for people: `Result of Get order`. */
  readonly origin: string
  /** Its keys, where they are known. */
  readonly entries: readonly ScopeVariable[]
}

/** A function that exists only at some places, such as `bpmnError`. */
export interface ScopeFunction {
  readonly name: string
  readonly parameters: readonly string[]
  /** How many of them a call needs. */
  readonly required: number
  /** What it is for. */
  readonly sentence: string
}
