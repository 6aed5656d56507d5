import type { CreateProcessInstance, ProcessInstance } from '@tenon/orchestration'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { detailOf, pageOf } from '../../testing/answers.ts'
import { straightModel, taskModel } from '../../testing/models.ts'
import { TestApp } from '../../testing/test-app.ts'
import { parseCreation } from './process-instance-creation.ts'

let test: TestApp
beforeEach(async () => {
  test = await TestApp.open()
})
afterEach(() => test.close())

const key = expect.stringMatching(/^\d+$/)
const date = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
const order = { processDefinitionId: 'process' }

describe('POST /process-instances', () => {
  it('starts by id, with every member of the answer', async () => {
    await test.deploy(taskModel)
    const response = await test.post('/process-instances', {
      ...order,
      variables: { a: 1 },
      tags: ['team:blue'],
      tenantId: '<default>',
      operationReference: 7,
      startInstructions: [],
      runtimeInstructions: null,
    })
    expect(response.statusCode).toBe(200)
    expect(response.json()).toEqual({
      processDefinitionId: 'process',
      processDefinitionVersion: 1,
      processDefinitionKey: key,
      processInstanceKey: key,
      tenantId: '<default>',
      variables: {},
      tags: ['team:blue'],
      businessId: null,
    })
  })

  it('starts by key, whatever version comes with it', async () => {
    await test.deploy(straightModel)
    const [definition] = await test.search('process-definitions')
    const response = await test.post('/process-instances', {
      processDefinitionKey: definition?.['processDefinitionKey'],
      processDefinitionVersion: -1,
    })
    expect(response.statusCode).toBe(200)
  })

  it('answers with the variables at the end when it is told to wait, to the last digit', async () => {
    await test.deploy(straightModel)
    const response = await test.app.inject({
      method: 'POST',
      url: '/v2/process-instances',
      headers: { 'content-type': 'application/json' },
      payload:
        '{"processDefinitionId":"process","awaitCompletion":true,"fetchVariables":["n","p"],' +
        '"variables":{"n":12345678901234567890,"p":{"__proto__":1},"other":1}}',
    })
    expect(response.body).toContain('"n":12345678901234567890')
    expect(response.body).toContain('{"__proto__":1}')
    expect(response.body).not.toContain('other')
  })

  it('answers 504 when it does not end in time, and goes on', async () => {
    await test.deploy(taskModel)
    const waiting = { ...order, awaitCompletion: true, requestTimeout: 1 }
    const response = await test.post('/process-instances', waiting)
    expect(response.statusCode).toBe(504)
    expect(response.headers['tenon-error-code']).toBe('TIMED_OUT')
    expect(await test.search('process-instances')).toMatchObject([{ state: 'ACTIVE' }])
  })

  it('knows no process that was not deployed', async () => {
    const response = await test.post('/process-instances', order)
    expect(response.statusCode).toBe(404)
    expect(response.json()).toMatchObject({ title: 'NOT_FOUND', instance: '/v2/process-instances' })
  })

  it.each<[string, object, string, string]>([
    ['no definition', {}, 'INVALID_ARGUMENT', 'No processDefinitionKey or processDefinitionId'],
    ['two definitions', { ...order, processDefinitionKey: '1' }, 'INVALID_ARGUMENT', 'Only one of'],
    ['a key that is a number', { processDefinitionKey: 1 }, 'INVALID_ARGUMENT', 'DefinitionKey'],
    [
      'a key too large',
      { processDefinitionKey: '9'.repeat(19) },
      'INVALID_ARGUMENT',
      'must be a key',
    ],
    [
      'version 0',
      { ...order, processDefinitionVersion: 0 },
      'INVALID_ARGUMENT',
      'Versions start at 1',
    ],
    [
      'a version as text',
      { ...order, processDefinitionVersion: '1' },
      'REQUEST_INVALID',
      'Version',
    ],
    ['an unknown property', { ...order, colour: 1 }, 'REQUEST_INVALID', '[colour]'],
    ['variables that are a list', { ...order, variables: [] }, 'INVALID_ARGUMENT', '[variables]'],
    ['another tenant', { ...order, tenantId: 'acme' }, 'INVALID_ARGUMENT', '[tenantId]'],
    ['a tag with a space', { ...order, tags: ['a b'] }, 'INVALID_ARGUMENT', '[tags.0]'],
    ['a tag twice', { ...order, tags: ['a', 'a'] }, 'INVALID_ARGUMENT', '[tags]'],
    ['a tag too long', { ...order, tags: ['a'.repeat(101)] }, 'INVALID_ARGUMENT', '[tags.0]'],
    ['eleven tags', { ...order, tags: [...'abcdefghijk'.split('')] }, 'INVALID_ARGUMENT', '[tags]'],
    ['a negative time', { ...order, requestTimeout: -1 }, 'INVALID_ARGUMENT', '[requestTimeout]'],
    ['reference 0', { ...order, operationReference: 0 }, 'INVALID_ARGUMENT', 'operationReference'],
    ['a business id', { ...order, businessId: 'b' }, 'NOT_SUPPORTED', '"businessId"'],
    ['where to start', { ...order, startInstructions: [{}] }, 'NOT_SUPPORTED', '"startInstr'],
    ['when to stop', { ...order, runtimeInstructions: [{}] }, 'NOT_SUPPORTED', '"runtimeInstr'],
  ])('refuses %s', async (_, body, code, named) => {
    const response = await test.post('/process-instances', body)
    expect(response.statusCode).toBe(400)
    expect(response.headers['tenon-error-code']).toBe(code)
    expect(detailOf(response)).toContain(named)
  })

  it('reads what clients in other languages send for nothing', () => {
    const nothing = {
      processDefinitionKey: null,
      variables: null,
      tags: null,
      tenantId: null,
      awaitCompletion: null,
      requestTimeout: null,
      fetchVariables: null,
      operationReference: null,
      businessId: null,
    }
    expect(parseCreation({ ...order, ...nothing })).toEqual({
      processDefinitionId: 'process',
      processDefinitionVersion: -1,
    })
  })

  it.each<[object, CreateProcessInstance['awaitCompletion']]>([
    [{}, { timeoutMs: 15_000 }],
    [{ requestTimeout: 0, fetchVariables: [] }, { timeoutMs: 15_000 }],
    [
      { requestTimeout: 20, fetchVariables: ['a'] },
      { timeoutMs: 20, fetchVariables: ['a'] },
    ],
  ])('waits as %j says', (wait, expected) => {
    const request = parseCreation({ ...order, awaitCompletion: true, ...wait })
    expect(request.awaitCompletion).toEqual(expected)
  })
})

describe('GET /process-instances/{key}', () => {
  it('shows every member of an instance', async () => {
    await test.deploy(taskModel)
    const processInstanceKey = await test.start({ tags: ['a'] })
    const response = await test.send('GET', `/process-instances/${processInstanceKey}`)
    expect(response.json()).toEqual({
      processInstanceKey,
      processDefinitionKey: key,
      processDefinitionId: 'process',
      processDefinitionName: 'Test',
      processDefinitionVersion: 1,
      processDefinitionVersionTag: null,
      parentProcessInstanceKey: null,
      parentElementInstanceKey: null,
      rootProcessInstanceKey: processInstanceKey,
      startDate: date,
      endDate: null,
      state: 'ACTIVE',
      hasIncident: false,
      tenantId: '<default>',
      tags: ['a'],
      businessId: null,
    })
  })

  it.each([
    ['1', 404, 'NOT_FOUND'],
    ['9223372036854775807', 404, 'NOT_FOUND'],
    ['9223372036854775808', 400, 'REQUEST_INVALID'],
    ['abc', 400, 'REQUEST_INVALID'],
    ['1.5', 400, 'REQUEST_INVALID'],
  ])('has nothing at the key %s', async (path, status, code) => {
    const response = await test.send('GET', `/process-instances/${path}`)
    expect(response.statusCode).toBe(status)
    expect(response.headers['tenon-error-code']).toBe(code)
  })
})

describe('POST /process-instances/{key}/cancellation', () => {
  it.each([[undefined], [{}], [{ operationReference: 3 }]])(
    'ends the instance with the body %j, once',
    async (body) => {
      // given
      await test.deploy(taskModel)
      const processInstanceKey = await test.start()
      // when
      const path = `/process-instances/${processInstanceKey}/cancellation`
      const response = await test.post(path, body)
      // then
      expect([response.statusCode, response.body]).toEqual([204, ''])
      expect(await test.search('process-instances')).toMatchObject([{ state: 'TERMINATED' }])
      expect((await test.post(path, body)).statusCode).toBe(404)
    },
  )

  it('refuses an unknown property', async () => {
    const response = await test.post('/process-instances/1/cancellation', { reason: 'x' })
    expect(response.statusCode).toBe(400)
  })
})

describe('POST /process-instances/search', () => {
  it('finds what the filter names, page by page', async () => {
    // given
    await test.deploy(taskModel)
    const keys = [await test.start(), await test.start(), await test.start()]
    const search = async (page: object) =>
      pageOf<ProcessInstance>(
        await test.post('/process-instances/search', {
          filter: { state: 'ACTIVE', processInstanceKey: { $in: keys } },
          sort: [{ field: 'processInstanceKey', order: 'DESC' }],
          page,
        }),
      )
    // when
    const first = await search({ limit: 2 })
    const second = await search({ limit: 2, after: first.page.endCursor })
    // then
    expect(first.page).toMatchObject({ totalItems: 3, hasMoreTotalItems: false })
    const found = [...first.items, ...second.items]
    expect(found.map(({ processInstanceKey }) => processInstanceKey)).toEqual(keys.toReversed())
  })

  it.each([
    [{ filter: { $or: [] } }, '"$or"'],
    [{ filter: { colour: 1 } }, '"colour"'],
    [{ page: { limit: 10_001 } }, 'limit'],
    [{ page: { after: 'AAAA' } }, 'cursor'],
    [{ query: 1 }, '"query"'],
  ])('refuses %j', async (body, named) => {
    const response = await test.post('/process-instances/search', body)
    expect(response.statusCode).toBe(400)
    expect(response.headers['tenon-error-code']).toBe('INVALID_ARGUMENT')
    expect(detailOf(response)).toContain(named)
  })
})
