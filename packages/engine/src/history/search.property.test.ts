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
import {
  definitions,
  elementInstances,
  incidents,
  jobElements,
  jobs,
  messageSubscriptions,
  processDefinitions,
  processInstances,
  subscribedInstances,
  variables,
} from '../testing/random-rows.ts'
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
  if (table === 'job') for (const row of jobElements) insertRow(writer, 'element_instance', row)
  if (table === 'subscription') {
    for (const row of subscribedInstances) insertRow(writer, 'process_instance', row)
    // Signals stand in the same table.
    insertRow(writer, 'subscription', { key: 1, kind: 'SIGNAL', correlation_key: null })
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
  ['jobs', 'job', jobs],
  ['message-subscriptions', 'subscription', messageSubscriptions],
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
