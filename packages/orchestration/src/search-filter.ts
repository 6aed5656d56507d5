import { entities, type Entity, type Field } from './entities.ts'
import { isJsonObject } from './is-json-object.ts'
import type { JsonObject } from './json.ts'
import type { Condition, Operator } from './queries.ts'
import { refuse } from './search-input.ts'
import { parseFilterValue, type FilterField } from './search-value.ts'

/** The most values of one `$in` or `$notIn`. */
export const filterValuesMax = 1_000

const lists = ['$in', '$notIn'] as const
const comparisons = ['$gt', '$gte', '$lt', '$lte'] as const
const basic = ['$eq', '$neq', '$exists', ...lists] as const

/** The operators of each kind of field (Camunda 8.9). */
const operators: Readonly<Record<Field['kind'], readonly Operator[]>> = {
  string: [...basic, '$like'],
  integer: [...basic, ...comparisons],
  date: [...basic, ...comparisons],
  key: basic,
  enum: ['$eq', '$neq', '$exists', '$in', '$like'],
  boolean: ['$eq'],
}

/** What Camunda filters by and Tenon does not yet, so that the refusal can say so. */
const notYet: Partial<Readonly<Record<Entity, readonly string[]>>> = {
  'process-instances': [
    '$or',
    'variables',
    'tags',
    'batchOperationKey',
    'batchOperationId',
    'errorMessage',
    'hasRetriesLeft',
    'elementId',
    'elementInstanceState',
    'hasElementInstanceIncident',
    'incidentErrorHashCode',
  ],
}

/** The conditions of a filter; all must hold. Throws `INVALID_ARGUMENT`. */
export const parseFilter = (entity: Entity, filter: JsonObject): readonly Condition[] =>
  Object.entries(filter).flatMap(([name, value]) => fieldConditions(entity, name, value))

const fieldConditions = (entity: Entity, name: string, value: unknown): readonly Condition[] => {
  const field = filterField(entity, name)
  if (!isJsonObject(value)) return [equals(field, value)]
  if (field.filter === 'equality') {
    return refuse(`Filter field "${name}" takes a plain value, not operators.`)
  }
  const conditions = Object.entries(value).map(([operator, operand]) =>
    condition(field, operator, operand),
  )
  return conditions.length > 0 ? conditions : refuse(`Filter field "${name}" has no operator.`)
}

const filterField = (entity: Entity, name: string): FilterField & Field => {
  const fields: Readonly<Record<string, Field>> = entities[entity]
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined
  if (field !== undefined && field.filter !== 'none') return { ...field, entity, name }
  if (notYet[entity]?.includes(name)) {
    return refuse(`Tenon does not filter ${entity} by "${name}" yet. Leave it out.`)
  }
  const known = Object.keys(fields).filter((other) => fields[other]?.filter !== 'none')
  return refuse(`${entity} cannot be filtered by "${name}". Filter by: ${known.join(', ')}.`)
}

const equals = (field: FilterField, value: unknown): Condition => ({
  field: field.name,
  operator: '$eq',
  value: parseFilterValue(field, value),
})

const condition = (field: FilterField, name: string, operand: unknown): Condition => {
  const allowed = operators[field.kind]
  const operator = allowed.find((candidate) => candidate === name)
  if (operator === undefined) {
    return refuse(
      `Filter field "${field.name}" has no operator "${name}". It has: ${allowed.join(', ')}.`,
    )
  }
  return { field: field.name, operator, value: parseOperand(field, operator, operand) }
}

const parseOperand = (
  field: FilterField,
  operator: Operator,
  operand: unknown,
): Condition['value'] => {
  if (operator === '$exists') return requireBoolean(field, operand)
  if (operator === '$like') return requireText(field, operand)
  if (operator === '$in' || operator === '$notIn') return parseList(field, operator, operand)
  return parseFilterValue(field, operand)
}

const requireBoolean = (field: FilterField, operand: unknown): boolean =>
  typeof operand === 'boolean'
    ? operand
    : refuse(`"$exists" of filter field "${field.name}" must be true or false.`)

const requireText = (field: FilterField, operand: unknown): string =>
  typeof operand === 'string'
    ? operand
    : refuse(`"$like" of filter field "${field.name}" must be a string.`)

const parseList = (field: FilterField, operator: Operator, operand: unknown): Condition['value'] =>
  Array.isArray(operand) && operand.length <= filterValuesMax
    ? operand.map((value: unknown) => parseFilterValue(field, value))
    : refuse(
        `"${operator}" of filter field "${field.name}" must be an array of at most ` +
          `${filterValuesMax} values.`,
      )
