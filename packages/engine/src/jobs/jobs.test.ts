import type { Job } from '@tenon/orchestration'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { end, flow, model, oneTask, start, task } from '../testing/model.ts'
import { TestEngine } from '../testing/test-engine.ts'

let test: TestEngine

beforeEach(() => {
  test = new TestEngine()
})
afterEach(() => test.close())

const keyOf = (job: Job | undefined): string => job?.jobKey ?? ''
const failure = { retries: 0, errorMessage: 'It broke', retryBackOffMs: 0 }

describe('a job', () => {
  it('is leased with what its worker needs', async () => {
    await test.deploy(oneTask({ retries: '=1 + 1' }))
    const key = await test.create({ a: 1 })
    expect(await test.activate()).toMatchObject({
      type: 'work',
      worker: 'test',
      retries: 2,
      processInstanceKey: key,
      processDefinitionId: 'process',
      processDefinitionVersion: 1,
      elementId: 'task',
      customHeaders: { operation: 'do' },
      variables: { a: 1 },
      deadline: expect.any(Number),
    })
  })

  it('is leased to one worker only, until the lease ends', async () => {
    await test.deploy(oneTask())
    await test.create()
    const first = await test.activate({ timeoutMs: 50 })
    const again = await test.activate()
    expect(again?.jobKey).toBe(first?.jobKey)
  })

  it('wakes a worker that waits for it', async () => {
    await test.deploy(oneTask())
    const waiting = test.activate()
    await test.create()
    expect((await waiting)?.elementId).toBe('task')
  })

  it('is not leased to a worker that has gone', async () => {
    await test.deploy(oneTask())
    const gone = new AbortController()
    const request = { type: 'work', worker: '', timeoutMs: 60_000, maxJobsToActivate: 1 }
    const waiting = test.engine.jobs.activate({ ...request, requestTimeoutMs: 60_000 }, gone.signal)
    gone.abort()
    expect(await waiting).toEqual([])
    await test.create()
    expect((await test.activate())?.elementId).toBe('task')
  })

  it('comes back after its back-off with the retries it was given', async () => {
    await test.deploy(oneTask())
    await test.create()
    const job = await test.activate()
    await test.engine.jobs.fail(keyOf(job), { ...failure, retries: 1, retryBackOffMs: 30 })
    await expect(test.engine.jobs.complete(keyOf(job))).rejects.toMatchObject({
      code: 'INVALID_STATE',
    })
    expect(await test.activate()).toMatchObject({ jobKey: keyOf(job), retries: 1 })
  })

  it('comes back after a restart in its back-off', async () => {
    await test.deploy(oneTask())
    await test.create()
    const job = await test.activate()
    await test.engine.jobs.fail(keyOf(job), { ...failure, retries: 1, retryBackOffMs: 30 })
    await test.restart()
    expect((await test.activate())?.jobKey).toBe(keyOf(job))
  })

  it('without retries raises an incident, and goes on when it was given some', async () => {
    await test.deploy(oneTask())
    const key = await test.create()
    const job = await test.activate()
    await test.engine.jobs.fail(keyOf(job), { ...failure, variables: { why: 'x' } })
    const [incident] = await test.all('incidents', key)
    expect(incident).toMatchObject({ errorType: 'JOB_NO_RETRIES', errorMessage: 'It broke' })
    const incidentKey = incident?.incidentKey ?? ''
    await expect(test.engine.commands.resolveIncident(incidentKey)).rejects.toMatchObject({
      code: 'INVALID_STATE',
    })
    await test.engine.jobs.update(keyOf(job), { retries: 1 })
    await test.engine.commands.resolveIncident(incidentKey)
    const again = await test.activate()
    expect(again).toMatchObject({ jobKey: keyOf(job), variables: { why: 'x' } })
    await test.engine.jobs.complete(keyOf(again))
    expect(await test.all('process-instances')).toMatchObject([
      { state: 'COMPLETED', hasIncident: false },
    ])
  })

  it('is refused twice, and where its key is none', async () => {
    await test.deploy(oneTask())
    await test.create()
    const job = await test.activate()
    await test.engine.jobs.complete(keyOf(job))
    await expect(test.engine.jobs.complete(keyOf(job))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(test.engine.jobs.complete('x')).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' })
  })
})

describe('a subscriber', () => {
  it('gets each job once and no more than it can take', async () => {
    await test.deploy(oneTask())
    const keys = await Promise.all(Array.from({ length: 20 }, () => test.create()))
    const seen: string[] = []
    let active = 0
    let most = 0
    test.engine.jobs.subscribe({
      type: 'work',
      maxJobsActive: 3,
      handler: async (job) => {
        most = Math.max(most, ++active)
        seen.push(job.processInstanceKey)
        await test.engine.jobs.complete(job.jobKey)
        active--
      },
    })
    await expect.poll(() => seen.length).toBe(20)
    expect(seen.toSorted()).toEqual(keys.toSorted())
    expect(most).toBe(3)
  })

  it('gets jobs from before a restart, and REST workers none that it holds', async () => {
    await test.deploy(oneTask())
    await test.create()
    await test.restart()
    const held = await new Promise<Job>((resolve) => {
      const handler = (job: Job): Promise<void> => new Promise(() => resolve(job))
      test.engine.jobs.subscribe({ type: 'work', maxJobsActive: 1, handler })
    })
    const request = { type: 'work', worker: '', timeoutMs: 1, maxJobsToActivate: 1 }
    expect(await test.engine.jobs.activate({ ...request, requestTimeoutMs: 0 })).toEqual([])
    await test.engine.jobs.complete(held.jobKey)
  })

  it('that closes gets time to answer, but no more jobs', async () => {
    await test.deploy(oneTask())
    const started = Promise.withResolvers<Job>()
    const subscription = test.engine.jobs.subscribe({
      type: 'work',
      maxJobsActive: 1,
      handler: async (job) => {
        started.resolve(job)
        await new Promise((resolve) => setTimeout(resolve, 20))
        await test.engine.jobs.complete(job.jobKey)
      },
    })
    const key = await test.create()
    await started.promise
    const later = await test.create()
    await subscription.close(10_000)
    const states = (await test.all('process-instances')).map(
      ({ processInstanceKey, state }) => [processInstanceKey, state] as const,
    )
    expect(states).toEqual([
      [key, 'COMPLETED'],
      [later, 'ACTIVE'],
    ])
  })

  it('is told when its job is cancelled', async () => {
    await test.deploy(oneTask())
    const aborted = new Promise<void>((resolve) => {
      test.engine.jobs.subscribe({
        type: 'work',
        maxJobsActive: 1,
        handler: (_, signal) =>
          new Promise((done) => {
            signal.addEventListener('abort', () => {
              resolve()
              done()
            })
          }),
      })
    })
    await test.engine.commands.cancelProcessInstance(await test.create())
    await aborted
  })

  it('that throws fails its job instead of losing it', async () => {
    await test.deploy(oneTask({ retries: '1' }))
    const handler = (): Promise<void> => Promise.reject(new Error('A bug'))
    test.engine.jobs.subscribe({ type: 'work', maxJobsActive: 1, handler })
    const key = await test.create()
    await expect
      .poll(() => test.all('incidents', key))
      .toMatchObject([{ errorMessage: 'A bug', errorType: 'JOB_NO_RETRIES' }])
  })
})

describe('an error that a job throws', () => {
  const boundary = (id: string, errorRef: string, output = ''): string =>
    `<bpmn:boundaryEvent id="${id}" attachedToRef="task"><bpmn:extensionElements>${output}
     </bpmn:extensionElements><bpmn:outgoing>${id}_end_${id}</bpmn:outgoing>
     <bpmn:errorEventDefinition id="d_${id}" ${errorRef} /></bpmn:boundaryEvent>
     <bpmn:endEvent id="end_${id}" />${flow(id, `end_${id}`)}`
  const deploy = (...events: readonly string[]): Promise<string> =>
    test.deploy(
      model(
        [start, task('task'), end, flow('start', 'task'), flow('task', 'end'), ...events].join(''),
      ),
    )
  const gone = 'errorRef="Gone"'

  it('continues at the boundary event of its code', async () => {
    const output =
      '<zeebe:ioMapping><zeebe:output source="=why" target="reason" /></zeebe:ioMapping>'
    await deploy(boundary('any', ''), boundary('gone', gone, output))
    const running = test.run()
    const job = await test.activate()
    await test.engine.jobs.throwError(keyOf(job), {
      errorCode: 'GONE',
      errorMessage: 'It is gone',
      variables: { why: 'moved' },
    })
    expect(await running).toEqual({ reason: 'moved' })
    const states = (await test.all('element-instances')).map(
      ({ elementId, state }) => `${elementId} ${state}`,
    )
    expect(states).toEqual([
      'start COMPLETED',
      'task TERMINATED',
      'gone COMPLETED',
      'end_gone COMPLETED',
    ])
  })

  it('continues at a boundary event without a code when none has its code', async () => {
    await deploy(boundary('any', ''), boundary('gone', gone))
    const running = test.run()
    const job = await test.activate()
    const variables = { why: 'x' }
    await test.engine.jobs.throwError(keyOf(job), { errorCode: 'X', errorMessage: '', variables })
    expect(await running).toEqual({})
  })

  it('raises an incident where nobody catches it, after which the job comes again', async () => {
    await deploy(boundary('gone', gone))
    const key = await test.create()
    const job = await test.activate()
    await test.engine.jobs.throwError(keyOf(job), { errorCode: 'OTHER', errorMessage: 'm' })
    const [incident] = await test.all('incidents', key)
    expect(incident).toMatchObject({
      errorType: 'UNHANDLED_ERROR_EVENT',
      errorMessage:
        "Expected to throw an error event with the code 'OTHER' with message 'm', " +
        'but it was not caught. Available error events are [GONE]',
    })
    await test.engine.commands.resolveIncident(incident?.incidentKey ?? '')
    expect((await test.activate())?.jobKey).toBe(keyOf(job))
  })
})
