import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  entities,
  type Condition,
  type Entity,
  type Field,
  type Operator,
  type Page,
  type PageRequest,
  type SearchItems,
  type SearchRequest,
  type Sort,
} from '@tenon/orchestration'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase, type Database } from '../storage/open-database.ts'
import { expectedKeys, type Sample, type Value } from './naive-search.ts'
import { openHistory, type History } from './open-history.ts'
import { deleteRows, insertRow, type SampleTable } from './sample-rows.ts'

// Random rows and requests against a plain filter, sort and slice of the fields in memory.

let folder: string
let database: Database
let history: History

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tenon-search-'))
  database = openDatabase(folder)
  history = openHistory(database.path, { timeoutMs: 60_000 })
})

afterAll(async () => {
  await history.close()
  database.close()
  rmSync(folder, { recursive: true })
})

// Random rows of the tables, with few values so that many are equal.

const names = fc.constantFrom('a', 'A', 'ab', 'b*c', 'b?c', '[b]', 'a\\b', 'é', '💡', '')
const orNull = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.option(arbitrary, { freq: 2 })
const times = fc.integer({ min: 0, max: 3 })
const someKeys = fc.integer({ min: 1, max: 3 })
const date = (time: number | null): string | null =>
  time === null ? null : new Date(time).toISOString()
const digits = (key: number | null): string | null => (key === null ? null : String(key))
const tenantId = '<default>'

const definitions = [
  { key: 1, id: 'a', version: 1, name: 'b*c', version_tag: null },
  { key: 2, id: 'a', version: 2, name: null, version_tag: 'x' },
  { key: 3, id: 'A', version: 1, name: 'é', version_tag: 'x' },
] as const
const processDefinitions: fc.Arbitrary<readonly Sample[]> = fc.constant(
  definitions.map((row) => ({
    row,
    fields: {
      processDefinitionKey: String(row.key),
      processDefinitionId: row.id,
      name: row.name,
      resourceName: 'order.bpmn',
      version: row.version,
      versionTag: row.version_tag,
      tenantId,
      isLatestVersion: row.key !== 1,
      hasStartForm: false,
      state: 'ACTIVE',
    },
  })),
)
const definition = (key: number): (typeof definitions)[number] =>
  definitions.find((found) => found.key === key) ?? definitions[0]

const processInstance = fc
  .record({
    process_definition_key: someKeys,
    state: fc.constantFrom('ACTIVE', 'COMPLETED', 'TERMINATED'),
    started_at: times,
    ended_at: orNull(times),
    incident_count: fc.nat(2),
  })
  .map((row) => ({
    row,
    fields: {
      processDefinitionKey: String(row.process_definition_key),
      processDefinitionId: definition(row.process_definition_key).id,
      processDefinitionName: definition(row.process_definition_key).name,
      processDefinitionVersion: definition(row.process_definition_key).version,
      processDefinitionVersionTag: definition(row.process_definition_key).version_tag,
      parentProcessInstanceKey: null,
      parentElementInstanceKey: null,
      startDate: date(row.started_at),
      endDate: date(row.ended_at),
      state: row.state,
      hasIncident: row.incident_count > 0,
      tenantId,
      businessId: null,
    },
  }))

const elementInstance = fc
  .record({
    process_instance_key: someKeys,
    process_definition_key: someKeys,
    scope_key: someKeys,
    element_id: fc.constantFrom('named', 'other'),
    type: fc.constantFrom('SERVICE_TASK', 'END_EVENT'),
    phase: fc.constantFrom('ACTIVATING', 'ACTIVE', 'COMPLETING', 'COMPLETED', 'TERMINATED'),
    started_at: times,
    incident_key: orNull(someKeys),
  })
  .map(({ phase, ...rest }) => {
    const isActive = !['COMPLETED', 'TERMINATED'].includes(phase)
    return { ...rest, phase, isActive, ended_at: isActive ? null : 3 }
  })
  .map(({ isActive, ...row }) => ({
    row,
    fields: {
      processInstanceKey: String(row.process_instance_key),
      processDefinitionKey: String(row.process_definition_key),
      processDefinitionId: definition(row.process_definition_key).id,
      elementId: row.element_id,
      elementName: row.element_id === 'named' ? 'ab' : null,
      type: row.type,
      state: isActive ? 'ACTIVE' : row.phase,
      hasIncident: row.incident_key !== null,
      incidentKey: digits(row.incident_key),
      tenantId,
      startDate: date(row.started_at),
      endDate: date(row.ended_at),
      elementInstanceScopeKey: String(row.scope_key),
    },
  }))

const incident = fc
  .record({
    process_instance_key: someKeys,
    process_definition_key: someKeys,
    element_instance_key: someKeys,
    element_id: names,
    job_key: orNull(someKeys),
    error_type: fc.constantFrom('JOB_NO_RETRIES', 'CONDITION_ERROR'),
    error_message: names,
    created_at: times,
    resolved_at: orNull(times),
  })
  .map((row) => ({
    row,
    fields: {
      errorType: row.error_type,
      errorMessage: row.error_message,
      state: row.resolved_at === null ? 'ACTIVE' : 'RESOLVED',
      creationTime: date(row.created_at),
      elementId: row.element_id,
      elementInstanceKey: String(row.element_instance_key),
      jobKey: digits(row.job_key),
      processInstanceKey: String(row.process_instance_key),
      processDefinitionKey: String(row.process_definition_key),
      processDefinitionId: definition(row.process_definition_key).id,
      tenantId,
    },
  }))

const variable = fc
  .record({
    process_instance_key: someKeys,
    scope_key: someKeys,
    name: names,
    value: fc.oneof(
      names.map((name) => JSON.stringify(name)),
      fc.constant('x'.repeat(8_192)),
    ),
  })
  .map((row) => ({
    row,
    fields: {
      name: row.name,
      value: row.value,
      scopeKey: String(row.scope_key),
      processInstanceKey: String(row.process_instance_key),
      isTruncated: row.value.length > 8_191,
      tenantId,
    },
  }))

/** The rows are given keys with gaps, in their order. */
const keyed = (keyName: string, samples: fc.Arbitrary<Sample>): fc.Arbitrary<readonly Sample[]> =>
  fc.array(samples, { maxLength: 12, size: 'max' }).map((list) =>
    list.map(({ row, fields }, index) => {
      const key = 7 + index * 5
      return { row: { ...row, key }, fields: { ...fields, [keyName]: String(key) } }
    }),
  )

const processInstances = keyed('processInstanceKey', processInstance)
const elementInstances = keyed('elementInstanceKey', elementInstance)
const incidents = keyed('incidentKey', incident)
const variables = keyed('variableKey', variable)

const operatorsOf: Readonly<Record<Field['kind'], readonly Operator[]>> = {
  string: ['$eq', '$neq', '$exists', '$in', '$notIn', '$like'],
  integer: ['$eq', '$neq', '$exists', '$in', '$notIn', '$gt', '$gte', '$lt', '$lte'],
  date: ['$eq', '$neq', '$exists', '$in', '$notIn', '$gt', '$gte', '$lt', '$lte'],
  key: ['$eq', '$neq', '$exists', '$in', '$notIn'],
  enum: ['$eq', '$neq', '$exists', '$in', '$like'],
  boolean: ['$eq'],
}

const patterns = fc
  .array(fc.constantFrom('*', '?', '\\*', '\\?', '\\\\', '[', ']', 'a', 'A', 'b', 'C', '💡', '"'), {
    maxLength: 4,
  })
  .map((parts) => parts.join(''))

const operand = (
  operator: Operator,
  values: fc.Arbitrary<Value>,
): fc.Arbitrary<Condition['value']> => {
  if (operator === '$exists') return fc.boolean()
  if (operator === '$like') return patterns
  return operator === '$in' || operator === '$notIn' ? fc.array(values, { maxLength: 3 }) : values
}

const unknownValues: Readonly<Record<Field['kind'], Value>> = {
  ...{ string: 'other', integer: 99, date: '2026-11-22T08:00:00Z' },
  ...{ key: '9223372036854775807', enum: 'UNKNOWN', boolean: true },
}

const condition = (entity: Entity, samples: readonly Sample[]): fc.Arbitrary<Condition> =>
  fc.constantFrom(...Object.entries(entities[entity])).chain(([field, { kind }]) => {
    const present = samples.flatMap(({ fields }) => fields[field] ?? [])
    const values = fc.constantFrom<Value>(unknownValues[kind], ...present)
    return fc
      .constantFrom(...operatorsOf[kind])
      .chain((operator) =>
        operand(operator, values).map((value): Condition => ({ field, operator, value })),
      )
  })

const sorts = (entity: Entity): fc.Arbitrary<readonly Sort[]> =>
  fc.uniqueArray(
    fc.record({
      field: fc.constantFrom(
        ...Object.keys(entities[entity]).filter((name) => entities[entity][name]?.sort),
      ),
      order: fc.constantFrom('ASC' as const, 'DESC' as const),
    }),
    { maxLength: 3, selector: ({ field }) => field },
  )

/** Rows, and a request whose filter knows their values. */
const searchOf = (
  entity: Entity,
  rows: fc.Arbitrary<readonly Sample[]>,
): fc.Arbitrary<{
  readonly samples: readonly Sample[]
  readonly request: SearchRequest & { readonly page: { readonly from: number } }
}> =>
  rows.chain((samples) =>
    fc.record({
      samples: fc.constant(samples),
      request: fc.record({
        filter: fc.array(condition(entity, samples), { maxLength: 2 }),
        sort: sorts(entity),
        page: fc.record({ limit: fc.integer({ min: 1, max: 5 }), from: fc.nat(8) }),
      }),
    }),
  )

const fill = (table: SampleTable, samples: readonly Sample[]): void => {
  const { writer } = database
  writer.exec('BEGIN IMMEDIATE')
  deleteRows(writer)
  for (const row of definitions) insertRow(writer, 'process_definition', row)
  for (const { key } of definitions) {
    insertRow(writer, 'element', { process_definition_key: key, id: 'named', name: 'ab' })
  }
  if (table !== 'process_definition') {
    for (const { row } of samples) insertRow(writer, table, row)
  }
  writer.exec('COMMIT')
}

const keyOf = (entity: Entity, item: object): number =>
  Number(Object.entries(item).find(([name]) => name === keyName(entity))?.[1])

const keyName = (entity: Entity): string => Object.keys(entities[entity])[0] ?? ''

/** All keys by cursors: forward from the start, or backward from the end of what was found. */
const walk = async (
  entity: Entity,
  request: SearchRequest,
  [direction, first]: readonly ['after' | 'before', string | undefined],
): Promise<readonly number[]> => {
  const pages: (readonly number[])[] = []
  let cursor: string | null | undefined = first
  do {
    const page: PageRequest = {
      limit: request.page.limit,
      ...(cursor === undefined ? {} : { [direction]: cursor }),
    }
    const found: Page<SearchItems[Entity]> = await history.search(entity, { ...request, page })
    pages.push(found.items.map((item) => keyOf(entity, item)))
    cursor = direction === 'after' ? found.page.endCursor : found.page.startCursor
  } while (cursor !== null)
  return direction === 'after' ? pages.flat() : pages.toReversed().flat()
}

test.for([
  ['process-definitions', 'process_definition', processDefinitions],
  ['process-instances', 'process_instance', processInstances],
  ['element-instances', 'element_instance', elementInstances],
  ['incidents', 'incident', incidents],
  ['variables', 'variable', variables],
] as const)('a search of %s is a filter, a sort and a slice', async ([entity, table, rows]) => {
  await fc.assert(
    fc.asyncProperty(searchOf(entity, rows), async ({ samples, request }) => {
      fill(table, samples)
      const { limit, from } = request.page
      const keys = expectedKeys(entity, samples, request)

      const found = await history.search(entity, request)
      const whole = await history.search(entity, { ...request, page: { limit: 100 } })
      const last = whole.page.endCursor ?? undefined

      expect(found.items.map((item) => keyOf(entity, item))).toEqual(keys.slice(from, from + limit))
      expect(found.page).toMatchObject({ totalItems: keys.length, hasMoreTotalItems: false })
      expect(await walk(entity, request, ['after', undefined])).toEqual(keys)
      if (last === undefined) return
      expect(await walk(entity, request, ['before', last])).toEqual(keys.slice(0, -1))
    }),
    { numRuns: 100 },
  )
})
