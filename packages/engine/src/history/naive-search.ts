import {
  entities,
  type Condition,
  type Entity,
  type SearchRequest,
  type Sort,
} from '@tenon/orchestration'
import type { Row } from './sample-rows.ts'

// What a search must find, by a plain filter and sort of fields in memory.

export type Value = string | number | boolean | null
export type Fields = Readonly<Record<string, Value>>

/** A row, and its fields as on the wire. */
export interface Sample {
  readonly row: Row
  readonly fields: Fields
}

const holds = ({ operator, value: operand }: Condition, value: Value): boolean => {
  const isIn = Array.isArray(operand) && operand.includes(value)
  const order = value === null || Array.isArray(operand) ? Number.NaN : compare(value, operand)
  switch (operator) {
    case '$eq':
      return value === operand
    case '$neq':
      return value !== operand
    case '$exists':
      return (value !== null) === operand
    case '$in':
      return isIn
    case '$notIn':
      return !isIn
    case '$like':
      return isText(value) && isText(operand) && likeExpression(operand).test(value)
    case '$gt':
      return order > 0
    case '$gte':
      return order >= 0
    case '$lt':
      return order < 0
    case '$lte':
      return order <= 0
  }
}

const isText = (value: unknown): value is string => typeof value === 'string'

const likeExpression = (pattern: string): RegExp => {
  const parts = pattern.match(/\\[^]|[^]/gu) ?? []
  const sources = parts.map((part) => {
    if (part === '*') return '.*'
    return part === '?' ? '.' : RegExp.escape(part.length > 1 ? part.replace(/^\\/, '') : part)
  })
  return new RegExp(`^${sources.join('')}$`, 'su')
}

/** As SQLite: null first, then by number or by the bytes of the text. */
const compare = (left: unknown, right: unknown): number => {
  if (left === right) return 0
  if (left === null) return -1
  if (right === null) return 1
  return typeof left === 'string' && typeof right === 'string'
    ? Buffer.compare(Buffer.from(left), Buffer.from(right))
    : Number(left) - Number(right)
}

const compareBy =
  (entity: Entity, sort: readonly Sort[]) =>
  (left: Sample, right: Sample): number => {
    for (const { field, order } of sort) {
      const isKey = entities[entity][field]?.kind === 'key'
      const value = ({ fields }: Sample): unknown =>
        isKey && fields[field] !== null ? Number(fields[field]) : fields[field]
      const difference = compare(value(left), value(right))
      if (difference !== 0) return order === 'ASC' ? difference : -difference
    }
    return compare(left.row['key'], right.row['key'])
  }

/** The keys of the rows that a search finds, in its order. */
export const expectedKeys = (
  entity: Entity,
  samples: readonly Sample[],
  { filter, sort }: SearchRequest,
): readonly number[] =>
  samples
    .filter(({ fields }) => filter.every((asked) => holds(asked, fields[asked.field] ?? null)))
    .toSorted(compareBy(entity, sort))
    .map(({ row }) => Number(row['key']))
