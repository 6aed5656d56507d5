/** Text of SQL with the values of its question marks, in their order. */
export interface Sql {
  readonly text: string
  readonly parameters: readonly Parameter[]
}

export type Parameter = string | number | null

export const sql = (text: string, ...parameters: readonly Parameter[]): Sql => ({
  text,
  parameters,
})

/** All must hold. */
export const allOf = (conditions: readonly Sql[]): Sql => ({
  text: conditions.map(({ text }) => text).join(' AND '),
  parameters: conditions.flatMap(({ parameters }) => parameters),
})
