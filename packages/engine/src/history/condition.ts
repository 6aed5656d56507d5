import {
  entities,
  OrchestrationError,
  type Condition,
  type Entity,
  type Field,
  type Json,
  type Operator,
} from '@tenon/orchestration'
import { toGlob } from './like-pattern.ts'
import type { Choice } from './search-field.ts'
import { searchField } from './search-fields.ts'
import { sql, type Sql } from './sql.ts'

/** A condition of a filter as SQL. Throws `INVALID_ARGUMENT`. */
export const toSql = (entity: Entity, condition: Condition): Sql => {
  const field = searchField(entity, condition.field)
  const lets = field.choices && choiceTest(condition)
  if (field.choices === undefined || lets === undefined) {
    const kind = entities[entity][condition.field]?.kind ?? 'string'
    return comparisons[condition.operator](field.value, { condition, kind })
  }
  const chosen = field.choices.filter(([choice]) => lets(choice)).map(([, text]) => text)
  if (chosen.length === field.choices.length) return sql('TRUE')
  return sql(chosen.length === 0 ? 'FALSE' : `(${chosen.join(' OR ')})`)
}

/** Which choices a condition lets through; undefined where only SQL can tell. */
const choiceTest = ({ operator, value }: Condition): ((choice: Choice) => boolean) | undefined => {
  switch (operator) {
    case '$eq':
      return (choice) => choice === value
    case '$neq':
      return (choice) => choice !== value
    case '$exists':
      return (choice) => (choice !== null) === value
    case '$in':
      return (choice) => isIn(choice, value)
    case '$notIn':
      return (choice) => !isIn(choice, value)
    default:
      return undefined
  }
}

const isIn = (choice: Choice, values: Json): boolean =>
  Array.isArray(values) && values.includes(choice)

interface Operand {
  readonly condition: Condition
  readonly kind: Field['kind']
}

const compare =
  (comparison: string) =>
  (value: string, operand: Operand): Sql =>
    sql(`${value} ${comparison} ?`, toParameter(operand, operand.condition.value))

// One parameter for a whole list keeps the number of different statements small.
const listed = 'IN (SELECT json_each.value FROM json_each(?))'

const toList = (operand: Operand): string => {
  const { value } = operand.condition
  if (!Array.isArray(value)) throw invalid(operand, 'an array')
  return JSON.stringify(value.map((item: Json) => toParameter(operand, item)))
}

/** What is null is not equal to anything, so `$neq` and `$notIn` let it through. */
const comparisons: Readonly<Record<Operator, (value: string, operand: Operand) => Sql>> = {
  $eq: compare('='),
  $neq: compare('IS NOT'),
  $exists: (value, { condition }) =>
    sql(condition.value === true ? `${value} IS NOT NULL` : `${value} IS NULL`),
  $in: (value, operand) => sql(`${value} ${listed}`, toList(operand)),
  $notIn: (value, operand) => sql(`(${value} ${listed}) IS NOT TRUE`, toList(operand)),
  $like: (value, operand) => sql(`${value} GLOB ?`, toGlob(toText(operand))),
  $gt: compare('>'),
  $gte: compare('>='),
  $lt: compare('<'),
  $lte: compare('<='),
}

const toText = (operand: Operand): string => {
  const { value } = operand.condition
  if (typeof value === 'string') return value
  throw invalid(operand, 'a string')
}

const toParameter = (operand: Operand, value: Json): string | number => {
  switch (operand.kind) {
    case 'integer':
      if (typeof value === 'number') return value
      throw invalid(operand, 'a number')
    case 'boolean':
      if (typeof value === 'boolean') return Number(value)
      throw invalid(operand, 'true or false')
    case 'key':
      // Digits beyond the safe integers cannot be those of a key, however they are rounded.
      if (typeof value === 'string' && /^-?\d+$/.test(value)) return Number(value)
      throw invalid(operand, 'a key: a string of digits')
    case 'date':
      return toEpochMs(operand, value)
    case 'string':
    case 'enum':
      if (typeof value === 'string') return value
      throw invalid(operand, 'a string')
  }
}

const toEpochMs = (operand: Operand, value: Json): number => {
  try {
    if (typeof value === 'string') return Temporal.Instant.from(value).epochMilliseconds
  } catch {
    // Told below.
  }
  throw invalid(operand, 'a date-time of RFC 3339')
}

const invalid = ({ condition }: Operand, expected: string): OrchestrationError =>
  new OrchestrationError(
    'INVALID_ARGUMENT',
    `"${condition.operator}" of filter field "${condition.field}" needs ${expected}.`,
  )
