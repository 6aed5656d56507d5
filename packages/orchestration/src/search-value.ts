import type { Entity, Field } from './entities.ts'
import { enumerations } from './enumerations.ts'
import { isKey } from './key.ts'
import { refuse } from './search-input.ts'

/** A field that a filter names. */
export interface FilterField {
  readonly entity: Entity
  readonly name: string
  readonly kind: Field['kind']
}

/**
 * One value to compare a field with: keys as decimal strings, dates as RFC 3339 in UTC with
 * milliseconds. Throws `INVALID_ARGUMENT`.
 */
export const parseFilterValue = (field: FilterField, value: unknown): string | number | boolean =>
  parsers[field.kind](field, value)

type Parse = (field: FilterField, value: unknown) => string | number | boolean

const parsers: Readonly<Record<Field['kind'], Parse>> = {
  string: (field, value) => (typeof value === 'string' ? value : expected(field, 'a string')),
  integer: (field, value) =>
    typeof value === 'number' && Number.isSafeInteger(value)
      ? value
      : expected(field, 'a whole number'),
  date: (field, value) => parseDate(value) ?? expected(field, 'a date-time of RFC 3339'),
  key: (field, value) =>
    typeof value === 'string' && isKey(value)
      ? value
      : expected(field, 'a key: a string of digits'),
  boolean: (field, value) =>
    typeof value === 'boolean' ? value : expected(field, 'true or false'),
  enum: (field, value) => parseEnum(field, value),
}

const expected = (field: FilterField, kind: string): never =>
  refuse(`Filter field "${field.name}" must be ${kind}.`)

const parseEnum = (field: FilterField, value: unknown): string => {
  const values = enumerations[field.entity]?.[field.name] ?? []
  if (typeof value === 'string' && values.includes(value)) return value
  return refuse(
    `Unexpected value ${JSON.stringify(value)} for enum field '${field.name}'. ` +
      `Use any of the following values: [${values.join(', ')}].`,
  )
}

// `Temporal` also reads what RFC 3339 does not allow, such as a missing second or a calendar.
const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/i

const parseDate = (value: unknown): string | undefined => {
  if (typeof value !== 'string' || !dateTime.test(value)) return undefined
  try {
    return new Date(Temporal.Instant.from(value).epochMilliseconds).toISOString()
  } catch {
    return undefined // such as a thirtieth of February
  }
}
