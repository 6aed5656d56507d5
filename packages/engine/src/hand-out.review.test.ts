import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { end, flow, model, oneTask, start, task } from './testing/model.ts'
import { TestEngine } from './testing/test-engine.ts'

let test: TestEngine

beforeEach(() => {
  test = new TestEngine()
})
afterEach(() => test.close())

describe('pushed jobs', () => {
  it('are all handed out when several held ones end in one commit', async () => {
    await test.deploy(oneTask())
    const gates = Array.from({ length: 3 }, () => Promise.withResolvers<void>())
    const seen: string[] = []
    test.engine.jobs.subscribe({
      type: 'work',
      maxJobsActive: 3,
      handler: async ({ jobKey }) => {
        const index = seen.push(jobKey) - 1
        await gates[index]?.promise
        await test.engine.jobs.complete(jobKey)
        if (index === 0) for (const gate of gates) gate.resolve()
      },
    })
    for (let n = 0; n < 5; n++) await test.create()
    expect(seen).toHaveLength(3)
    gates[0]?.resolve()
    await delay(500)
    expect(seen).toHaveLength(5)
  })

  it('are handed out again when another handler ended between the failure and its return', async () => {
    await test.deploy(oneTask())
    const failed = Promise.withResolvers<void>()
    const other = Promise.withResolvers<void>()
    const seen: string[] = []
    test.engine.jobs.subscribe({
      type: 'work',
      maxJobsActive: 2,
      handler: async ({ jobKey }) => {
        const index = seen.push(jobKey) - 1
        if (index === 0) {
          const failure = { retries: 2, errorMessage: 'again', retryBackOffMs: 0 }
          await test.engine.jobs.fail(jobKey, failure)
          failed.resolve()
          await delay(200) // such as a line of log that is written
          return
        }
        if (index === 1) await other.promise
        await test.engine.jobs.complete(jobKey)
      },
    })
    await test.create()
    await test.create()
    await failed.promise
    other.resolve()
    await delay(800)
    expect(seen).toHaveLength(3)
  })

  it('are never more than maxJobsActive', async () => {
    await test.deploy(oneTask())
    await test.create()
    await test.restart()
    await test.deploy(oneTask({ retries: '5' }))
    let active = 0
    let most = 0
    test.engine.jobs.subscribe({
      type: 'work',
      maxJobsActive: 1,
      handler: async ({ jobKey }) => {
        most = Math.max(most, ++active)
        await delay(300)
        active--
        await test.engine.jobs.complete(jobKey)
      },
    })
    await test.create()
    await delay(1_000)
    expect(most).toBe(1)
  })

  it('do not show variables of a command that was refused in the same group', async () => {
    await test.deploy(
      model(
        [
          start + task('a', { type: 'a' }) + task('b', { type: 'b' }) + end,
          '<bpmn:parallelGateway id="fork" />',
          flow('start', 'fork') + flow('fork', 'a') + flow('fork', 'b'),
          flow('a', 'end') + flow('b', 'end'),
        ].join('\n'),
      ),
    )
    const lease = (type: string, requestTimeoutMs = 0) =>
      test.engine.jobs.activate({
        type,
        worker: 'w',
        timeoutMs: 60_000,
        maxJobsToActivate: 1,
        requestTimeoutMs,
      })
    await test.create()
    const [[a], [b]] = [await lease('a'), await lease('b')]
    const got: unknown[] = []
    test.engine.jobs.subscribe({
      type: 'a',
      maxJobsActive: 1,
      handler: async (job) => void got.push(job.variables),
    })
    await delay(50)
    const failure = { retries: 2, errorMessage: 'again', retryBackOffMs: 0 }
    const [, refused] = await Promise.allSettled([
      test.engine.jobs.fail(a?.jobKey ?? '', failure),
      test.engine.jobs.complete(b?.jobKey ?? '', {
        never: 'committed',
        text: 'x'.repeat(4 * 1024 * 1024),
      }),
    ])
    expect(refused).toMatchObject({ status: 'rejected', reason: { code: 'VARIABLES_TOO_LARGE' } })
    await delay(50)
    expect(got.map((variables) => Object.keys(Object(variables)))).toEqual([[]])
  })
})

describe('a long poll', () => {
  const poll = (signal?: AbortSignal) =>
    test.engine.jobs.activate(
      {
        type: 'work',
        worker: 'w',
        timeoutMs: 60_000,
        maxJobsToActivate: 1,
        requestTimeoutMs: 30_000,
      },
      signal,
    )

  it('gets a job that is created in the same group, after it', { timeout: 3_000 }, async () => {
    await test.deploy(oneTask())
    const [jobs] = await Promise.all([poll(), test.create()])
    expect(jobs).toHaveLength(1)
  })

  it('passes its turn on when it is aborted after it was woken', { timeout: 3_000 }, async () => {
    await test.deploy(oneTask())
    const leaving = new AbortController()
    const first = poll(leaving.signal)
    const second = poll()
    await delay(50)
    await test.create()
    leaving.abort()
    expect(await first).toEqual([])
    expect(await second).toHaveLength(1)
  })
})

describe('a closed subscription', () => {
  it('gets no job that was being looked for', async () => {
    await test.deploy(oneTask())
    await test.create()
    const seen: boolean[] = []
    const subscription = test.engine.jobs.subscribe({
      type: 'work',
      maxJobsActive: 1,
      handler: async (_job, signal) => void seen.push(signal.aborted),
    })
    await subscription.close(0)
    await delay(100)
    expect(seen).toEqual([])
  })
})

describe('a job', () => {
  it(
    'reaches a waiting worker when a command of the same group on its instance was refused',
    {
      timeout: 3_000,
    },
    async () => {
      await test.deploy(oneTask())
      await test.create()
      const job = await test.activate()
      const jobKey = job?.jobKey ?? ''
      const polling = test.activate()
      await delay(50)
      const failure = { retries: 2, errorMessage: 'again', retryBackOffMs: 0 }
      await Promise.allSettled([
        test.engine.jobs.fail(jobKey, failure),
        test.engine.jobs.complete(jobKey, { text: 'x'.repeat(4 * 1024 * 1024) }),
      ])
      const late = delay(1_000, 'not woken')
      expect(await Promise.race([polling, late])).toMatchObject({ jobKey })
    },
  )
})
