import { setImmediate as nextRound } from 'node:timers/promises'
import type { Job } from '@tenon/orchestration'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { variableSizeMax } from '../core/variables.ts'
import { end, flow, model, oneTask, start, task } from '../testing/model.ts'
import { TestEngine } from '../testing/test-engine.ts'

let test: TestEngine

beforeEach(() => {
  test = new TestEngine()
})
afterEach(() => test.close())

const again = { retries: 2, errorMessage: 'again', retryBackOffMs: 0 }

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

  it('gets no more than it can take when one is created while it looks for others', async () => {
    await test.deploy(oneTask())
    await test.create()
    // Its definition must be loaded before it is handed out, unlike that of the other.
    await test.restart()
    await test.deploy(oneTask({ retries: '5' }))
    const gate = Promise.withResolvers<void>()
    const seen: number[] = []
    let active = 0
    let most = 0
    test.engine.jobs.subscribe({
      type: 'work',
      maxJobsActive: 1,
      handler: async ({ jobKey, retries }) => {
        most = Math.max(most, ++active)
        seen.push(retries)
        await gate.promise
        active--
        await test.engine.jobs.complete(jobKey)
      },
    })
    await test.create()
    await test.settle()
    expect(active).toBe(1)
    gate.resolve()
    await expect.poll(() => new Set(seen)).toEqual(new Set([3, 5]))
    expect(most).toBe(1)
  })

  it('gets those for which it had no room, also when several that it held end at once', async () => {
    await test.deploy(oneTask())
    const gate = Promise.withResolvers<void>()
    const seen: string[] = []
    test.engine.jobs.subscribe({
      type: 'work',
      maxJobsActive: 3,
      handler: async ({ jobKey }) => {
        seen.push(jobKey)
        await gate.promise
        await test.engine.jobs.complete(jobKey)
      },
    })
    for (let n = 0; n < 5; n++) await test.create()
    expect(seen).toHaveLength(3)
    gate.resolve()
    await expect.poll(() => new Set(seen).size).toBe(5)
  })

  it('gets a job again that it failed, also when it looked for others before it returned', async () => {
    await test.deploy(oneTask())
    const failed = Promise.withResolvers<void>()
    const other = Promise.withResolvers<void>()
    const returning = Promise.withResolvers<void>()
    const seen: string[] = []
    test.engine.jobs.subscribe({
      type: 'work',
      maxJobsActive: 2,
      handler: async ({ jobKey }) => {
        const index = seen.push(jobKey) - 1
        if (index === 0) {
          await test.engine.jobs.fail(jobKey, again)
          failed.resolve()
          await returning.promise
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
    await test.settle()
    returning.resolve()
    await expect.poll(() => seen).toHaveLength(3)
    expect(seen[2]).toBe(seen[0])
  })

  it('gets jobs from before a restart, and REST workers none that it holds', async () => {
    await test.deploy(oneTask())
    await test.create()
    await test.restart()
    const held = await new Promise<Job>((resolve) => {
      const handler = (job: Job): Promise<void> => new Promise(() => resolve(job))
      test.engine.jobs.subscribe({ type: 'work', maxJobsActive: 1, handler })
    })
    expect(await test.lease({ requestTimeoutMs: 0 })).toEqual([])
    await test.engine.jobs.complete(held.jobKey)
  })

  it('gets jobs from before a restart of all definitions, one of which must be loaded each', async () => {
    const ids = ['one', 'two', 'three']
    for (const id of ids) {
      const elements = start + task('task') + end + flow('start', 'task') + flow('task', 'end')
      await test.deploy(model(elements, { id }))
      await test.engine.commands.createProcessInstance({ processDefinitionId: id })
    }
    await test.restart()
    const seen: string[] = []
    test.engine.jobs.subscribe({
      type: 'work',
      maxJobsActive: 10,
      handler: ({ processDefinitionId }) => {
        seen.push(processDefinitionId)
        return new Promise(() => {})
      },
    })
    await expect.poll(() => seen).toEqual(ids)
  })

  it('leaves the storage alone when there are no more jobs', async () => {
    await test.close()
    let reads = 0
    test = new TestEngine({ now: () => ++reads })
    await test.deploy(oneTask())
    await test.create()
    const handler = (): Promise<void> => new Promise(() => {})
    test.engine.jobs.subscribe({ type: 'work', maxJobsActive: 2, handler })
    // Each group of commands reads the clock.
    const readsInTenRounds = async (): Promise<number> => {
      const before = reads
      for (let n = 0; n < 10; n++) await nextRound()
      return reads - before
    }
    await expect.poll(readsInTenRounds).toBe(0)
  })

  it('sees no variables of a command that was refused in the group of its job', async () => {
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
    await test.create({ known: 1 })
    const [[a], [b]] = [await test.lease({ type: 'a' }), await test.lease({ type: 'b' })]
    const pushed = new Promise<Job>((resolve) => {
      const handler = (job: Job): Promise<void> => new Promise(() => resolve(job))
      test.engine.jobs.subscribe({ type: 'a', maxJobsActive: 1, handler })
    })
    await test.settle()
    const tooLarge = { never: 'committed', text: 'x'.repeat(variableSizeMax) }
    const [, refused] = await Promise.allSettled([
      test.engine.jobs.fail(a?.jobKey ?? '', again),
      test.engine.jobs.complete(b?.jobKey ?? '', tooLarge),
    ])
    expect(refused).toMatchObject({ status: 'rejected', reason: { code: 'VARIABLES_TOO_LARGE' } })
    expect((await pushed).variables).toEqual({ known: 1 })
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

describe('a subscription that closes', () => {
  it('gives time to answer, but no more jobs', async () => {
    await test.deploy(oneTask())
    const gate = Promise.withResolvers<void>()
    const subscription = test.engine.jobs.subscribe({
      type: 'work',
      maxJobsActive: 2,
      handler: async ({ jobKey }) => {
        await gate.promise
        await test.engine.jobs.complete(jobKey)
      },
    })
    const key = await test.create()
    let isClosed = false
    const closing = subscription.close(60_000).then(() => (isClosed = true))
    const later = await test.create()
    await test.settle()
    expect(isClosed).toBe(false)
    gate.resolve()
    await closing
    const states = (await test.all('process-instances')).map(
      ({ processInstanceKey, state }) => [processInstanceKey, state] as const,
    )
    expect(states).toEqual([
      [key, 'COMPLETED'],
      [later, 'ACTIVE'],
    ])
  })

  it('tells who has not answered after that time', async () => {
    await test.deploy(oneTask())
    const started = Promise.withResolvers<AbortSignal>()
    const subscription = test.engine.jobs.subscribe({
      type: 'work',
      maxJobsActive: 1,
      handler: (_, signal) => new Promise(() => started.resolve(signal)),
    })
    await test.create()
    const signal = await started.promise
    expect(signal.aborted).toBe(false)
    await subscription.close(1)
    expect(signal.aborted).toBe(true)
  })

  it('gets no job that was being looked for', async () => {
    await test.deploy(oneTask())
    await test.create()
    const seen: string[] = []
    const subscription = test.engine.jobs.subscribe({
      type: 'work',
      maxJobsActive: 1,
      handler: ({ jobKey }) => {
        seen.push(jobKey)
        return Promise.resolve()
      },
    })
    await subscription.close(0)
    await test.settle()
    expect(seen).toEqual([])
    expect(await test.activate()).toBeDefined()
  })
})
