import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { entities, type Condition, type Entity, type SearchRequest } from '@tenon/orchestration'
import { SecretSeal } from '@tenon/orchestration/secret-seal'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase, type Database } from '../storage/open-database.ts'
import { openHistory, type History } from './open-history.ts'
import { deleteRows, insertRow, type Row, type SampleTable } from './sample-rows.ts'

const tenantId = '<default>'
const startDate = '2026-11-22T08:00:00.000Z'

let folder: string
let database: Database
let history: History

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tenon-history-'))
  database = openDatabase(folder)
  history = openHistory(database.path)
})

afterEach(() => deleteRows(database.writer))

afterAll(async () => {
  await history.close()
  database.close()
  rmSync(folder, { recursive: true })
})

const all: SearchRequest = { filter: [], sort: [], page: { limit: 100 } }

const where = (field: string, value: Condition['value']): SearchRequest => ({
  ...all,
  filter: [{ field, operator: '$eq', value }],
})

const insert = (table: SampleTable, changes: Row = {}): void =>
  insertRow(database.writer, table, changes)

const secretIn = (text: string): string =>
  new SecretSeal(database.installationKey).seal(text, {
    processDefinitionKey: '1',
    elementId: 'charge',
    field: 'token',
  })

describe('an item', () => {
  beforeEach(() => insert('process_definition', { version_tag: 'v1' }))

  test('is a process definition', async () => {
    const found = await history.search('process-definitions', all)

    expect(found.items).toEqual([
      {
        processDefinitionKey: '1',
        processDefinitionId: 'order',
        name: 'Order',
        resourceName: 'order.bpmn',
        version: 1,
        versionTag: 'v1',
        tenantId,
        hasStartForm: false,
        state: 'ACTIVE',
      },
    ])
  })

  test('is a process instance', async () => {
    insert('process_instance', {
      key: 2_251_799_813_685_249,
      state: 'COMPLETED',
      ended_at: Date.UTC(2026, 10, 22, 8, 0, 0, 7),
      tags: '["a:b"]',
      incident_count: 1,
    })

    const item = await history.get('process-instances', '2251799813685249')

    expect(item).toEqual({
      processInstanceKey: '2251799813685249',
      processDefinitionKey: '1',
      processDefinitionId: 'order',
      processDefinitionName: 'Order',
      processDefinitionVersion: 1,
      processDefinitionVersionTag: 'v1',
      parentProcessInstanceKey: null,
      parentElementInstanceKey: null,
      rootProcessInstanceKey: '2251799813685249',
      startDate,
      endDate: '2026-11-22T08:00:00.007Z',
      state: 'COMPLETED',
      hasIncident: true,
      tenantId,
      tags: ['a:b'],
      businessId: null,
    })
  })

  test('is an element instance, with the name that its definition gives the element', async () => {
    insert('element')
    insert('element_instance', { incident_key: 30 })
    insert('element_instance', { key: 21, element_id: 'unnamed' })

    const { items } = await history.search('element-instances', all)

    expect(items[0]).toEqual({
      elementInstanceKey: '20',
      processInstanceKey: '10',
      processDefinitionKey: '1',
      processDefinitionId: 'order',
      elementId: 'charge',
      elementName: 'Charge card',
      type: 'SERVICE_TASK',
      state: 'ACTIVE',
      hasIncident: true,
      incidentKey: '30',
      tenantId,
      startDate,
      endDate: null,
      rootProcessInstanceKey: '10',
    })
    expect(items[1]).toMatchObject({ elementName: null, hasIncident: false, incidentKey: null })
  })

  test.for([
    ['ACTIVATING', 'ACTIVE'],
    ['ACTIVE', 'ACTIVE'],
    ['COMPLETING', 'ACTIVE'],
    ['COMPLETED', 'COMPLETED'],
    ['TERMINATED', 'TERMINATED'],
  ] as const)('is an element instance in phase %s, to the outside %s', async ([phase, state]) => {
    insert('element_instance', { phase, ended_at: state === 'ACTIVE' ? null : 1 })

    const { items } = await history.search('element-instances', where('state', state))

    expect(items.map((item) => item.state)).toEqual([state])
  })

  test('is an incident', async () => {
    insert('incident', { job_key: 5, resolved_at: 1 })

    expect((await history.search('incidents', where('state', 'RESOLVED'))).items).toEqual([
      {
        incidentKey: '30',
        errorType: 'JOB_NO_RETRIES',
        errorMessage: 'The card was refused',
        state: 'RESOLVED',
        creationTime: startDate,
        elementId: 'charge',
        elementInstanceKey: '20',
        jobKey: '5',
        processInstanceKey: '10',
        processDefinitionKey: '1',
        processDefinitionId: 'order',
        tenantId,
        rootProcessInstanceKey: '10',
      },
    ])
  })

  test.for([
    [{ state: 'AVAILABLE' }, 'CREATED'],
    [{ state: 'LEASED', worker: 'w', due_at: 1 }, 'CREATED'],
    [{ state: 'WAITING', error_message: 'no', due_at: 1 }, 'FAILED'],
    [{ state: 'AVAILABLE', error_message: '' }, 'FAILED'],
    [{ state: 'LEASED', error_message: 'no', due_at: 1 }, 'FAILED'],
    [{ state: 'FAILED', error_message: 'no', retries: 0 }, 'FAILED'],
    [{ state: 'FAILED', error_message: 'no', retries: 1 }, 'RETRIES_UPDATED'],
    [{ state: 'COMPLETED', error_message: 'no', ended_at: 1 }, 'COMPLETED'],
    [{ state: 'ERROR_THROWN', error_code: 'GONE' }, 'ERROR_THROWN'],
    [{ state: 'CANCELED', ended_at: 1 }, 'CANCELED'],
  ] as const)('is a job with %o, to the outside %s', async ([changes, state]) => {
    insert('element_instance')
    insert('job', changes)

    const { items } = await history.search('jobs', where('state', state))
    const others: SearchRequest['filter'] = [{ field: 'state', operator: '$neq', value: state }]

    expect(items).toMatchObject([{ jobKey: '25', state, elementId: 'charge', customHeaders: {} }])
    expect(await history.get('jobs', '25')).toEqual(items[0])
    expect((await history.search('jobs', { ...all, filter: others })).items).toEqual([])
  })

  test('is a variable, with all of its value', async () => {
    const value = JSON.stringify('x'.repeat(100_000))
    insert('variable', { value })

    expect(await history.get('variables', '40')).toEqual({
      variableKey: '40',
      name: 'amount',
      value,
      scopeKey: '10',
      processInstanceKey: '10',
      isTruncated: false,
      tenantId,
      rootProcessInstanceKey: '10',
    })
  })
})

describe('a sealed secret reference', () => {
  const shown = '"Bearer {{secrets.TOKEN}}"'

  beforeEach(() => {
    insert('process_definition')
    insert('variable', { value: secretIn(shown) })
    insert('incident', { error_message: secretIn(shown) })
  })

  test('is shown as its placeholder', async () => {
    expect(await history.get('variables', '40')).toMatchObject({ value: shown })
    expect(await history.get('incidents', '30')).toMatchObject({ errorMessage: shown })
  })

  test('is found as it is shown, and by nothing else', async () => {
    const like = (value: string): SearchRequest => ({
      ...all,
      filter: [{ field: 'value', operator: '$like', value }],
    })

    expect((await history.search('variables', where('value', shown))).items).toHaveLength(1)
    expect((await history.search('variables', like('*{{secrets.T*'))).items).toHaveLength(1)
    expect((await history.search('variables', like('*\uE002*'))).items).toEqual([])
    expect((await history.search('incidents', where('errorMessage', shown))).items).toHaveLength(1)
  })

  test('does not stand in a cursor', async () => {
    const request: SearchRequest = { ...all, sort: [{ field: 'value', order: 'ASC' }] }

    const { page } = await history.search('variables', request)

    const cursor = Buffer.from(page.endCursor ?? '', 'base64').toString()
    expect(cursor).toContain('{{secrets.TOKEN}}')
    expect(cursor).not.toContain('\uE000')
  })
})

describe('a search', () => {
  test('sees what was committed before it, and nothing else', async () => {
    expect((await history.search('variables', all)).items).toEqual([])

    insert('variable')
    const committed = await history.search('variables', all)
    database.writer.exec('BEGIN IMMEDIATE')
    insert('variable', { key: 41 })
    const uncommitted = await history.search('variables', all)
    database.writer.exec('ROLLBACK')

    expect([committed.items.length, uncommitted.items.length]).toEqual([1, 1])
  })

  test('counts up to 10,000 matches', async () => {
    database.writer.exec(
      `
      INSERT INTO variable (key, process_instance_key, scope_key, name, value)
      SELECT value, 10, 10, 'n', '1' FROM generate(10000)`.replace('generate(10000)', numbers),
    )
    const one: SearchRequest = { ...all, page: { limit: 1 } }

    const atLimit = await history.search('variables', one)
    insert('variable', { key: 20_000 })
    const overLimit = await history.search('variables', one)

    expect(atLimit.page).toMatchObject({ totalItems: 10_000, hasMoreTotalItems: false })
    expect(overLimit.page).toMatchObject({ totalItems: 10_000, hasMoreTotalItems: true })
  })

  const numbers = `(WITH RECURSIVE n (value) AS
    (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < 10000) SELECT value FROM n)`

  test('ends where the cursor of its last page leads to an empty one', async () => {
    insert('variable')

    const last = await history.search('variables', all)
    const after = last.page.endCursor ?? ''
    const beyond = await history.search('variables', { ...all, page: { limit: 100, after } })

    expect(beyond).toEqual({
      items: [],
      page: { totalItems: 1, hasMoreTotalItems: false, startCursor: null, endCursor: null },
    })
  })

  test('from beyond the end finds nothing, and still counts', async () => {
    insert('variable')

    const { items, page } = await history.search('variables', {
      ...all,
      page: { limit: 5, from: 9_000_000_000_000_000 },
    })

    expect([items.length, page.totalItems]).toEqual([0, 1])
  })

  test('finds the latest versions of definitions', async () => {
    insert('process_definition')
    insert('process_definition', { key: 2, version: 2 })
    insert('process_definition', { key: 3, id: 'other' })

    const { items } = await history.search('process-definitions', where('isLatestVersion', true))

    expect(items.map((item) => item.processDefinitionKey)).toEqual(['2', '3'])
  })

  test('knows every field by which the contract filters and sorts', async () => {
    const searches = Object.keys(entities).flatMap((name) => searchesOfAllFields(name))

    const found = await Promise.all(
      searches.map(([entity, request]) => history.search(entity, request)),
    )

    expect(found.flatMap(({ items }) => items)).toEqual([])
  })

  const searchesOfAllFields = (name: string): readonly (readonly [Entity, SearchRequest])[] =>
    entityNames
      .filter((entity) => entity === name)
      .flatMap((entity) =>
        Object.entries(entities[entity]).map(([field, { sort }]) => [
          entity,
          {
            filter: [{ field, operator: '$exists', value: true }],
            sort: sort ? [{ field, order: 'ASC' }] : [],
            page: { limit: 1 },
          },
        ]),
      )

  test.for([
    { ...all, filter: [{ field: 'nothing', operator: '$eq', value: 1 }] },
    { ...all, filter: [{ field: 'toString', operator: '$eq', value: 1 }] },
    { ...all, filter: [{ field: 'variableKey', operator: '$eq', value: 'x' }] },
    { ...all, filter: [{ field: 'variableKey', operator: '$in', value: '40' }] },
    { ...all, filter: [{ field: 'name', operator: '$eq', value: 1 }] },
    { ...all, filter: [{ field: 'name', operator: '$like', value: 1 }] },
    { ...all, sort: [{ field: 'nothing', order: 'ASC' }] },
    { ...all, page: { limit: 1, after: '' } },
    { ...all, page: { limit: 1, after: 'bm8ganNvbg==' } },
    { ...all, page: { limit: 1, before: btoa('["variableKey ASC","40"]') } },
    { ...all, page: { limit: 1, before: btoa('["variableKey DESC",40]') } },
    { ...all, page: { limit: 1, before: btoa('["variableKey ASC",40,40]') } },
  ] satisfies SearchRequest[])('that makes no sense is refused: %o', async (request) => {
    await expect(history.search('variables', request)).rejects.toMatchObject({
      code: 'INVALID_ARGUMENT',
    })
  })
})

const entityNames: readonly Entity[] = [
  ...(['process-definitions', 'process-instances', 'element-instances'] as const),
  ...(['incidents', 'variables'] as const),
]

describe('one thing', () => {
  test.for(entityNames)('of %s that does not exist is NOT_FOUND', async (entity) => {
    await expect(history.get(entity, '404')).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: expect.stringContaining('404'),
    })
  })

  test('is the XML of a definition as it was deployed', async () => {
    insert('process_definition', { xml: '<definitions name="ä"/>' })

    expect(await history.processDefinitionXml('1')).toBe('<definitions name="ä"/>')
    await expect(history.processDefinitionXml('2')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
