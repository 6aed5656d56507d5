import { OrchestrationError } from '@tenon/orchestration'
import type { Term } from './order.ts'
import { sql, type Parameter, type Sql } from './sql.ts'

/** The values of one row, one for each term of the order. */
export type Position = readonly Parameter[]

/** A position as opaque base64; the order stands in it too, since it is nothing without. */
export const encodeCursor = (order: readonly Term[], position: Position): string =>
  Buffer.from(JSON.stringify([describe(order), ...position])).toString('base64')

/** Throws `INVALID_ARGUMENT`. */
export const decodeCursor = (order: readonly Term[], cursor: string): Position => {
  const [description, ...position] = parse(cursor)
  if (description !== describe(order) || !isPosition(position, order)) {
    throw new OrchestrationError(
      'INVALID_ARGUMENT',
      'The cursor of "page" is not one of this search. Take it from a page with the same "sort".',
    )
  }
  return position
}

/** The rows that come after a position. SQLite puts null before all other values. */
export const following = (order: readonly Term[], position: Position): Sql => {
  const [term, ...terms] = order
  const [value = null, ...values] = position
  if (term === undefined) return sql('FALSE')
  const beyond = beyondValue(term, value)
  if (terms.length === 0) return beyond
  const rest = following(terms, values)
  return sql(
    `(${beyond.text} OR (${term.value} IS ? AND ${rest.text}))`,
    ...beyond.parameters,
    value,
    ...rest.parameters,
  )
}

const beyondValue = (term: Term, value: Parameter): Sql => {
  if (value === null) return sql(term.order === 'ASC' ? `${term.value} IS NOT NULL` : 'FALSE')
  return term.order === 'ASC'
    ? sql(`${term.value} > ?`, value)
    : sql(`(${term.value} < ? OR ${term.value} IS NULL)`, value)
}

const describe = (order: readonly Term[]): string =>
  order.map((term) => `${term.field} ${term.order}`).join()

const parse = (cursor: string): readonly unknown[] => {
  try {
    const content: unknown = JSON.parse(Buffer.from(cursor, 'base64').toString())
    return Array.isArray(content) ? content : []
  } catch {
    return []
  }
}

const isPosition = (values: readonly unknown[], order: readonly Term[]): values is Position =>
  values.length === order.length &&
  values.every((value) => value === null || ['string', 'number'].includes(typeof value)) &&
  Number.isSafeInteger(values.at(-1))
