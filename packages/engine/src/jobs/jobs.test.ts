import { jobTimeMsMax, type Job } from '@tenon/orchestration'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { variableSizeMax } from '../core/variables.ts'
import { end, flow, model, oneTask, start, task } from '../testing/model.ts'
import { TestEngine } from '../testing/test-engine.ts'

let test: TestEngine

beforeEach(() => {
  test = new TestEngine()
})
afterEach(() => test.close())

const keyOf = (job: Job | undefined): string => job?.jobKey ?? ''
const failure = { retries: 0, errorMessage: 'It broke', retryBackOffMs: 0 }
const tooLarge = { text: 'x'.repeat(variableSizeMax) }

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

  it('with large variables is leased with few others at once, the rest with the next request', async () => {
    await test.deploy(oneTask())
    const large = { text: 'x'.repeat(variableSizeMax - 100) }
    const keys: string[] = []
    for (let n = 0; n < 6; n++) keys.push(await test.create(large))
    const first = await test.lease({ maxJobsToActivate: 10 })
    const next = await test.lease({ maxJobsToActivate: 10 })
    expect(first).toHaveLength(5)
    expect(next).toHaveLength(1)
    const leased = [...first, ...next].map((job) => job.processInstanceKey)
    expect(leased.toSorted()).toEqual(keys.toSorted())
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
    const waiting = test.lease({ requestTimeoutMs: 60_000 }, gone.signal)
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

  it('reaches a waiting worker when a command of the same group on its instance was refused', async () => {
    await test.deploy(oneTask())
    await test.create()
    const job = await test.activate()
    const waiting = test.lease({ requestTimeoutMs: 60_000 })
    await test.settle()

    const [failed, refused] = await Promise.allSettled([
      test.engine.jobs.fail(keyOf(job), { ...failure, retries: 2 }),
      test.engine.jobs.complete(keyOf(job), tooLarge),
    ])

    expect(failed.status).toBe('fulfilled')
    expect(refused).toMatchObject({ reason: { code: 'VARIABLES_TOO_LARGE' } })
    expect(await waiting).toMatchObject([{ jobKey: keyOf(job), retries: 2, variables: {} }])
  })

  it('comes back also when more than one command can release are due', async () => {
    await test.deploy(oneTask())
    const keys = await Promise.all(Array.from({ length: 230 }, () => test.create()))
    const leased = await test.lease({ maxJobsToActivate: keys.length, timeoutMs: 1 })
    expect(leased).toHaveLength(keys.length)

    const again: string[] = []
    while (again.length < keys.length) {
      const jobs = await test.lease({ maxJobsToActivate: keys.length })
      expect(jobs).not.toEqual([])
      again.push(...jobs.map(({ processInstanceKey }) => processInstanceKey))
    }

    expect(again.toSorted()).toEqual(keys.toSorted())
  })

  it.each([0.5, -1, Number.NaN, jobTimeMsMax + 1, 999_999_999 * 86_400_000])(
    'is not held back for %s ms, which hurts nobody else and no later start',
    async (ms) => {
      await test.deploy(oneTask())
      await test.create()
      const job = await test.activate()

      const [created, ...refused] = await Promise.allSettled([
        test.create(),
        test.engine.jobs.fail(keyOf(job), { ...failure, retries: 1, retryBackOffMs: ms }),
        test.engine.jobs.update(keyOf(job), { timeoutMs: ms }),
        test.lease({ timeoutMs: ms }),
      ])

      expect(created.status).toBe('fulfilled')
      const reason = { code: 'INVALID_ARGUMENT' }
      expect(refused).toMatchObject([{ reason }, { reason }, { reason }])
      await test.restart()
      await test.engine.jobs.complete(keyOf(job))
      expect(await test.activate()).toBeDefined()
    },
  )

  it('may be held back for a hundred years', async () => {
    await test.deploy(oneTask())
    await test.create()
    const job = await test.activate()
    const held = { ...failure, retries: 1, retryBackOffMs: jobTimeMsMax }
    await test.engine.jobs.fail(keyOf(job), held)
    await test.restart()
    await test.create()
    expect((await test.activate())?.jobKey).not.toBe(keyOf(job))
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

describe('a long poll', () => {
  const poll = (signal?: AbortSignal) => test.lease({ requestTimeoutMs: 60_000 }, signal)

  it('gets a job that is created in the same group, after it', async () => {
    await test.deploy(oneTask())
    const [jobs] = await Promise.all([poll(), test.create()])
    expect(jobs).toHaveLength(1)
  })

  it('passes its turn on when it is aborted after it was woken', async () => {
    await test.deploy(oneTask())
    const leaving = new AbortController()
    const first = poll(leaving.signal)
    const second = poll()
    await test.settle()
    await test.create()
    leaving.abort()
    expect(await first).toEqual([])
    expect(await second).toHaveLength(1)
  })

  it('ends without a job after its time', async () => {
    await test.deploy(oneTask())
    expect(await test.lease({ requestTimeoutMs: 1 })).toEqual([])
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
