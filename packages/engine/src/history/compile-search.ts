import type { Entity, PageRequest, SearchRequest } from '@tenon/orchestration'
import { toSql } from './condition.ts'
import { decodeCursor, following } from './cursor.ts'
import { itemColumns } from './items.ts'
import { reversed, totalOrder, type Term } from './order.ts'
import { allOf, sql, type Sql } from './sql.ts'
import { tables } from './tables.ts'

/** How many matches are counted; beyond it the total is only known to be more. */
export const countedMatchesMax = 10_000

/** The statements of a search. */
export interface CompiledSearch {
  /** The items' columns and the row's position in the order, as `sort_0`, `sort_1`, … */
  readonly page: Sql
  /** One row with `total`, at most one more than `countedMatchesMax`. */
  readonly total: Sql
  /** A page of fewer rows than this holds all matches, so that they need no counting. */
  readonly completeBelow: number
  readonly order: readonly Term[]
}

/** Throws `INVALID_ARGUMENT`. */
export const compileSearch = (entity: Entity, request: SearchRequest): CompiledSearch => {
  const { name, joins } = tables[entity]
  const order = totalOrder(entity, request.sort)
  const conditions = request.filter.map((condition) => toSql(entity, condition))
  const matches = allOf([sql(interruptible(name)), ...conditions])
  const from = `FROM ${name} ${joins}`
  return {
    page: compilePage(entity, order, request.page, matches),
    total: sql(
      `SELECT count(*) AS total FROM (SELECT 1 ${from} WHERE ${matches.text} LIMIT ?)`,
      ...matches.parameters,
      countedMatchesMax + 1,
    ),
    completeBelow: startsAtFirst(request.page) ? request.page.limit : 0,
    order,
  }
}

/** First finds the keys of the page, then reads its items: what is skipped is not read whole. */
const compilePage = (
  entity: Entity,
  order: readonly Term[],
  page: PageRequest,
  matches: Sql,
): Sql => {
  const { name, joins } = tables[entity]
  const { condition, direction } = start(order, page)
  const found = allOf([matches, condition])
  const positions = order.map((_, index) => `sort_${index}`)
  const values = order.map(({ value }, index) => `${value} AS sort_${index}`)
  return sql(
    `WITH page AS MATERIALIZED (
      SELECT ${values.join(', ')} FROM ${name} ${joins}
      WHERE ${found.text} ORDER BY ${orderBy(direction)} LIMIT ? OFFSET ?
    )
    SELECT ${itemColumns[entity]}, ${positions.join(', ')}
    FROM page CROSS JOIN ${name} ON ${name}.key = ${positions.at(-1)} ${joins}
    ORDER BY ${orderBy(order)}`,
    ...found.parameters,
    page.limit,
    page.from ?? 0,
  )
}

const start = (
  order: readonly Term[],
  page: PageRequest,
): { readonly condition: Sql; readonly direction: readonly Term[] } => {
  const direction = page.before === undefined ? order : reversed(order)
  const cursor = page.before ?? page.after
  const condition =
    cursor === undefined ? sql('TRUE') : following(direction, decodeCursor(order, cursor))
  return { condition, direction }
}

const startsAtFirst = (page: PageRequest): boolean =>
  (page.from ?? 0) === 0 && page.after === undefined && page.before === undefined

const orderBy = (order: readonly Term[]): string =>
  order.map((term, index) => `sort_${index} ${term.order}`).join(', ')

/**
 * JavaScript cannot interrupt SQLite, but a thread that was told to end does so at the next call
 * into JavaScript: one in 251 keys, a prime, so that no regular gaps between keys avoid it.
 */
const interruptible = (table: string): string => `(${table}.key % 251 <> 0 OR interruptible())`
