import type { ActivateJobs } from '@tenon/orchestration'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { limits } from '../../limits.ts'
import { detailOf, jobsOf } from '../../testing/answers.ts'
import { taskModel } from '../../testing/models.ts'
import { TestApp } from '../../testing/test-app.ts'
import { parseActivation } from './job-requests.ts'

let test: TestApp
beforeEach(async () => {
  test = await TestApp.open()
  await test.deploy(taskModel)
})
afterEach(() => test.close())

const key = expect.stringMatching(/^\d+$/)
const activation = { type: 'work', timeout: 60_000, maxJobsToActivate: 5, requestTimeout: -1 }

describe('POST /jobs/activation', () => {
  it('leases a job, with every member of the answer and no secret reference', async () => {
    // given
    const processInstanceKey = await test.start({ variables: { a: 1 }, tags: ['t'] })
    // when
    const response = await test.post('/jobs/activation', { ...activation, worker: 'w' })
    // then
    expect(response.json()).toEqual({
      jobs: [
        {
          jobKey: key,
          type: 'work',
          processInstanceKey,
          processDefinitionKey: key,
          processDefinitionId: 'process',
          processDefinitionVersion: 1,
          elementId: 'task',
          elementInstanceKey: key,
          customHeaders: { operation: 'do' },
          worker: 'w',
          retries: 3,
          deadline: expect.any(Number),
          variables: { a: 1, token: 'Bearer {{secrets.TOKEN}}' },
          tags: ['t'],
          tenantId: '<default>',
          rootProcessInstanceKey: expect.any(String),
          kind: 'BPMN_ELEMENT',
          listenerEventType: 'UNSPECIFIED',
          userTask: null,
        },
      ],
    })
  })

  it('answers with no jobs when there are none, and echoes no worker', async () => {
    await test.start()
    const first = await test.post('/jobs/activation', activation)
    expect(jobsOf(first)).toMatchObject([{ worker: '' }])
    const second = await test.post('/jobs/activation', { ...activation, requestTimeout: 1 })
    expect([second.statusCode, second.body]).toEqual([200, '{"jobs":[]}'])
  })

  it('waits for a job that comes', async () => {
    const waiting = test.post('/jobs/activation', { ...activation, requestTimeout: 60_000 })
    await test.start()
    expect(jobsOf(await waiting)).toHaveLength(1)
  })

  it('fetches the variables that it names', async () => {
    await test.start({ variables: { a: 1, b: 2 } })
    const body = { ...activation, fetchVariable: ['b'] }
    expect(jobsOf(await test.post('/jobs/activation', body))[0]?.variables).toEqual({ b: 2 })
  })

  it.each<[object, Partial<ActivateJobs>]>([
    [{}, { requestTimeoutMs: limits.activationWaitMsDefault, worker: '' }],
    [{ requestTimeout: 0, fetchVariable: [] }, { requestTimeoutMs: 10_000 }],
    [{ requestTimeout: 5 }, { requestTimeoutMs: 5 }],
    [{ requestTimeout: -1 }, { requestTimeoutMs: 0 }],
    [{ maxJobsToActivate: 2_000_000 }, { maxJobsToActivate: limits.activatedJobsMax }],
    [{ tenantIds: ['<default>'], tenantFilter: 'PROVIDED' }, { type: 'work' }],
  ])('reads %j', (body, expected) => {
    const request = parseActivation({ type: 'work', timeout: 1, maxJobsToActivate: 1, ...body })
    expect(request).toMatchObject(expected)
    expect(request).not.toHaveProperty('fetchVariables')
  })

  it.each<[string, object, string]>([
    ['no type', { type: undefined }, 'No type provided.'],
    ['an empty type', { type: '' }, '[type]'],
    ['a type that is a number', { type: 5 }, 'Request property [type] cannot be parsed'],
    ['no timeout', { timeout: undefined }, 'No timeout provided.'],
    ['no timeout, as null', { timeout: null }, 'No timeout provided.'],
    ['a timeout of 0', { timeout: 0 }, '[timeout]'],
    ['a timeout beyond all dates', { timeout: Number.MAX_SAFE_INTEGER }, '[timeout]'],
    ['no number of jobs', { maxJobsToActivate: undefined }, 'No maxJobsToActivate provided.'],
    ['no jobs', { maxJobsToActivate: 0 }, '[maxJobsToActivate]'],
    ['the name fetchVariables', { fetchVariables: [] }, '[fetchVariables]'],
    ['another tenant', { tenantIds: ['<default>', 'acme'] }, '[tenantIds.1]'],
    ['an unknown filter', { tenantFilter: 'ALL' }, 'values: [PROVIDED, ASSIGNED]'],
  ])('refuses %s', async (_, changes, named) => {
    const response = await test.post('/jobs/activation', { ...activation, ...changes })
    expect(response.statusCode).toBe(400)
    expect(detailOf(response)).toContain(named)
  })
})

describe('POST /jobs/{key}/completion', () => {
  it.each([[undefined], [{}], [{ variables: null, result: null }]])(
    'lets the instance go on with the body %j',
    async (body) => {
      await test.start()
      const response = await test.post(`/jobs/${await test.activate()}/completion`, body)
      expect([response.statusCode, response.body]).toEqual([204, ''])
      expect(await test.search('process-instances')).toMatchObject([{ state: 'COMPLETED' }])
    },
  )

  it('sets variables', async () => {
    await test.start()
    const path = `/jobs/${await test.activate()}/completion`
    await test.post(path, { variables: { done: true } })
    expect(await test.search('variables', { name: 'done' })).toMatchObject([{ value: 'true' }])
  })

  it('refuses a result, which only listeners and ad-hoc sub-processes have', async () => {
    const response = await test.post('/jobs/1/completion', { result: { type: 'userTask' } })
    expect(response.headers['tenon-error-code']).toBe('NOT_SUPPORTED')
  })

  it('knows no job that is not there', async () => {
    expect((await test.post('/jobs/1/completion')).statusCode).toBe(404)
    expect((await test.post('/jobs/x/completion')).statusCode).toBe(400)
  })
})

describe('POST /jobs/{key}/failure', () => {
  it('hands the job out again', async () => {
    await test.start()
    const jobKey = await test.activate()
    const failure = { retries: 2, errorMessage: 'again', retryBackOff: 0, variables: { x: 1 } }
    expect((await test.post(`/jobs/${jobKey}/failure`, failure)).statusCode).toBe(204)
    expect(await test.activate()).toBe(jobKey)
  })

  it.each([[undefined], [{ retries: 0 }], [{ retries: -1 }]])(
    'raises an incident with the body %j',
    async (body) => {
      await test.start()
      await test.post(`/jobs/${await test.activate()}/failure`, body)
      expect(await test.search('incidents')).toMatchObject([{ errorType: 'JOB_NO_RETRIES' }])
    },
  )
})

describe('POST /jobs/{key}/error', () => {
  it('raises an incident where nobody catches it', async () => {
    await test.start()
    const path = `/jobs/${await test.activate()}/error`
    const response = await test.post(path, { errorCode: 'GONE', errorMessage: 'No such order' })
    expect(response.statusCode).toBe(204)
    expect(await test.search('incidents')).toMatchObject([{ errorType: 'UNHANDLED_ERROR_EVENT' }])
  })

  it.each([[undefined], [{}], [{ errorCode: '' }]])('refuses the body %j', async (body) => {
    expect((await test.post('/jobs/1/error', body)).statusCode).toBe(400)
  })
})

describe('PATCH /jobs/{key}', () => {
  it('sets retries and the end of the lease', async () => {
    await test.start()
    const jobKey = await test.activate()
    const response = await test.send('PATCH', `/jobs/${jobKey}`, {
      changeset: { retries: 9, timeout: 0 },
      operationReference: 1,
    })
    expect(response.statusCode).toBe(204)
    const waiting = await test.post('/jobs/activation', { ...activation, requestTimeout: 60_000 })
    expect(jobsOf(waiting)).toMatchObject([{ jobKey, retries: 9 }])
  })

  it.each([
    [{}, 'No changeset provided.'],
    [{ changeset: {} }, 'At least one of'],
    [{ changeset: { retries: null } }, 'At least one of'],
    [{ changeset: { retries: 0 } }, '[changeset.retries]'],
    [{ changeset: { timeout: -1 } }, '[changeset.timeout]'],
    [{ changeset: { retries: 1, worker: 'w' } }, '[changeset.worker]'],
  ])('refuses %j', async (body, named) => {
    const response = await test.send('PATCH', '/jobs/1', body)
    expect(response.statusCode).toBe(400)
    expect(detailOf(response)).toContain(named)
  })
})
