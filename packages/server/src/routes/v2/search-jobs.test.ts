import type { JobSearchResult } from '@tenon/orchestration'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { taskModel } from '../../testing/models.ts'
import { TestApp } from '../../testing/test-app.ts'

let test: TestApp
beforeEach(async () => {
  test = await TestApp.open()
  await test.deploy(taskModel)
})
afterEach(() => test.close())

const key = expect.stringMatching(/^\d+$/)
const date = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)

const jobs = (filter: object = {}): Promise<Record<string, unknown>[]> =>
  test.search('jobs', filter)

const failed = (jobKey: string, retries: number): Promise<unknown> =>
  test.post(`/jobs/${jobKey}/failure`, { retries, errorMessage: 'Not today' })

it('shows every member of a job', async () => {
  const processInstanceKey = await test.start()
  const job: Record<keyof JobSearchResult, unknown> = {
    jobKey: key,
    type: 'work',
    worker: '',
    state: 'CREATED',
    kind: 'BPMN_ELEMENT',
    listenerEventType: 'UNSPECIFIED',
    retries: 3,
    hasFailedWithRetriesLeft: false,
    deadline: null,
    creationTime: date,
    lastUpdateTime: null,
    endTime: null,
    errorCode: null,
    errorMessage: null,
    isDenied: null,
    deniedReason: null,
    customHeaders: { operation: 'do' },
    elementId: 'task',
    elementInstanceKey: key,
    processInstanceKey,
    processDefinitionKey: key,
    processDefinitionId: 'process',
    tenantId: '<default>',
    rootProcessInstanceKey: processInstanceKey,
  }
  expect(await jobs({ processInstanceKey })).toEqual([job])
  expect(await jobs({ processInstanceKey: '1' })).toEqual([])
})

it('shows the end of a lease', async () => {
  await test.start()
  await test.activate({ worker: 'me' })
  expect(await jobs()).toMatchObject([{ state: 'CREATED', worker: 'me', deadline: date }])
})

it('shows why a job failed while it is tried again, and after it was completed', async () => {
  // given
  await test.start()
  const jobKey = await test.activate()
  // when it fails with retries left
  await failed(jobKey, 2)
  // then
  const retried = { state: 'FAILED', retries: 2, errorMessage: 'Not today', endTime: null }
  expect(await jobs({ hasFailedWithRetriesLeft: true })).toMatchObject([retried])
  // when it is taken again and completed
  await test.activate()
  expect(await jobs()).toMatchObject([retried])
  await test.post(`/jobs/${jobKey}/completion`, {})
  // then
  expect(await jobs({ state: 'COMPLETED' })).toMatchObject([
    {
      errorMessage: 'Not today',
      hasFailedWithRetriesLeft: false,
      endTime: date,
      lastUpdateTime: date,
    },
  ])
})

it('shows when a job that backs off is tried again', async () => {
  await test.start()
  const jobKey = await test.activate()
  await test.post(`/jobs/${jobKey}/failure`, { retries: 1, retryBackOff: 60_000 })
  expect(await jobs()).toMatchObject([{ state: 'FAILED', deadline: date, errorMessage: '' }])
})

it('shows that a job without retries has got new ones', async () => {
  await test.start()
  const jobKey = await test.activate()
  await failed(jobKey, 0)
  expect(await jobs()).toMatchObject([{ state: 'FAILED', hasFailedWithRetriesLeft: false }])
  await test.send('PATCH', `/jobs/${jobKey}`, { changeset: { retries: 1 } })
  expect(await jobs({ state: 'RETRIES_UPDATED' })).toMatchObject([{ retries: 1 }])
})

it('shows the error that a job has thrown', async () => {
  await test.start()
  const jobKey = await test.activate()
  await test.post(`/jobs/${jobKey}/error`, { errorCode: 'GONE', errorMessage: 'It is gone' })
  expect(await jobs({ errorCode: { $like: 'G*' } })).toMatchObject([
    { state: 'ERROR_THROWN', errorCode: 'GONE', errorMessage: 'It is gone' },
  ])
})

it('shows that a job was cancelled with its instance', async () => {
  const processInstanceKey = await test.start()
  await test.post(`/process-instances/${processInstanceKey}/cancellation`)
  expect(await jobs({ state: { $in: ['CANCELED'] } })).toMatchObject([{ endTime: date }])
})

it('shows no sealed reference that a message holds', async () => {
  const toldFailure = Promise.withResolvers<string>()
  const subscription = test.engine.jobs.subscribe({
    type: 'work',
    maxJobsActive: 1,
    handler: async ({ jobKey, variables }) => {
      const errorMessage = JSON.stringify(variables['token'])
      await test.engine.jobs.fail(jobKey, { retries: 0, errorMessage, retryBackOffMs: 0 })
      toldFailure.resolve(errorMessage)
    },
  })
  const processInstanceKey = await test.start()
  expect(await toldFailure.promise).toContain('\uE000')
  await subscription.close(0)
  expect(await jobs({ processInstanceKey })).toMatchObject([
    { errorMessage: '"Bearer {{secrets.TOKEN}}"' },
  ])
  expect(await jobs({ errorMessage: { $like: '*\uE000*' } })).toEqual([])
})

it.each([{ sort: [{ field: 'creationTime' }] }, { filter: { state: 'AVAILABLE' } }])(
  'refuses %j',
  async (body) => {
    expect((await test.post('/jobs/search', body)).statusCode).toBe(400)
  },
)
