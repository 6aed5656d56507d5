/** A field of an entity in terms of the tables. */
export type SearchField = ColumnField | ChoiceField

interface ColumnField {
  /** The value as SQL, and what it is sorted by: as a rule the same. */
  readonly value: string
  readonly sortValue: string
  readonly choices: undefined
}

/**
 * A field with few values. A filter becomes the conditions of those that it lets through: they
 * stand in the SQL as the indexes have them, which a parameter would not.
 */
interface ChoiceField {
  readonly value: string
  readonly sortValue: string
  readonly choices: readonly (readonly [Choice, string])[]
}

export type Choice = string | boolean | null

export const column = (value: string, sortValue = value): SearchField => ({
  value,
  sortValue,
  choices: undefined,
})

const choice = (value: string, choices: ChoiceField['choices']): SearchField => ({
  value,
  sortValue: value,
  choices,
})

export const flag = (condition: string): SearchField =>
  choice(`(${condition})`, [
    [true, condition],
    [false, `NOT (${condition})`],
  ])

/** A column that holds the names themselves. */
export const enumeration = (name: string, names: readonly string[]): SearchField =>
  choice(
    name,
    names.map((value) => [value, `${name} = '${value}'`]),
  )

/** A state that the tables tell in other words: the condition of each name. */
export const derived = (conditions: Readonly<Record<string, string>>): SearchField => {
  const cases = Object.entries(conditions)
  const whens = cases.map(([name, condition]) => `WHEN ${condition} THEN '${name}'`)
  return choice(`CASE ${whens.join(' ')} END`, cases)
}

/** A field that is the same in all rows. */
export const constant = (value: string | null): SearchField =>
  choice(value === null ? 'NULL' : `'${value}'`, [[value, 'TRUE']])
