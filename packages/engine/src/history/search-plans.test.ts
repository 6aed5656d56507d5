import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import type { Condition, Entity, Sort } from '@tenon/orchestration'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase, type Database } from '../storage/open-database.ts'
import { compileSearch } from './compile-search.ts'
import { openReader } from './open-reader.ts'

let folder: string
let database: Database
let reader: DatabaseSync

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tenon-plans-'))
  database = openDatabase(folder)
  reader = openReader(database.path)
})

afterAll(() => {
  reader.close()
  database.close()
  rmSync(folder, { recursive: true })
})

const equals = (field: string, value: Condition['value']): Condition => ({
  field,
  operator: '$eq',
  value,
})

/** How SQLite finds the keys of a page, and how it counts. */
const plans = (
  entity: Entity,
  filter: readonly Condition[],
  sort: readonly Sort[] = [],
): { readonly page: string; readonly total: string } => {
  const { page, total } = compileSearch(entity, { filter, sort, page: { limit: 50 } })
  const plan = ({ text, parameters }: typeof page): string =>
    reader
      .prepare(`EXPLAIN QUERY PLAN ${text}`)
      .all(...parameters)
      .map(({ detail }) => String(detail))
      .join('; ')
  return { page: plan(page).split('; SCAN page')[0] ?? '', total: plan(total) }
}

const newestFirst: readonly Sort[] = [{ field: 'processInstanceKey', order: 'DESC' }]

test.for([
  ['process-instances', [equals('processInstanceKey', '10')], [], 'PRIMARY KEY'],
  ['process-instances', [equals('state', 'ACTIVE')], newestFirst, 'process_instance_active'],
  [
    'process-instances',
    [equals('processDefinitionKey', '1')],
    newestFirst,
    'process_instance_definition',
  ],
  ['process-instances', [], newestFirst, 'SCAN process_instance'],
  ['element-instances', [equals('processInstanceKey', '10')], [], 'element_instance_instance'],
  ['element-instances', [equals('elementInstanceKey', '10')], [], 'PRIMARY KEY'],
  ['incidents', [equals('state', 'ACTIVE')], [], 'incident_active'],
  ['incidents', [equals('processInstanceKey', '10')], [], 'incident_instance'],
  ['jobs', [equals('processInstanceKey', '10')], [], 'job_instance'],
  ['jobs', [equals('jobKey', '10')], [], 'PRIMARY KEY'],
  ['message-subscriptions', [equals('processInstanceKey', '10')], [], 'subscription_instance'],
  ['variables', [equals('processInstanceKey', '10')], [], 'variable_instance'],
  ['process-definitions', [equals('processDefinitionKey', '1')], [], 'PRIMARY KEY'],
] as const)('%s by %o sorted by %o use %s, without a sort', ([entity, filter, sort, index]) => {
  const { page, total } = plans(entity, filter, sort)

  expect(page).toContain(index)
  expect(page).not.toContain('TEMP B-TREE')
  expect(total).toContain(index)
})

test('instances by the id of their definition are found through it', () => {
  const { page } = plans('process-instances', [equals('processDefinitionId', 'order')], newestFirst)

  expect(page).toContain('SEARCH process_definition USING COVERING INDEX')
  expect(page).toContain('process_instance_definition')
})

test('what a search does not use is not joined to find its rows', () => {
  const { page, total } = plans('element-instances', [equals('state', 'ACTIVE')])

  expect(page).not.toMatch(/process_definition|SEARCH element /)
  expect(total).not.toMatch(/process_definition|SEARCH element /)
})
