/** Expressions that exercise one part of the language. */
export interface Area {
  readonly name: string
  readonly expressions: readonly string[]
}
