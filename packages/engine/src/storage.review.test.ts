import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { oneTask } from './testing/model.ts'
import { TestEngine } from './testing/test-engine.ts'

let test: TestEngine

beforeEach(() => {
  test = new TestEngine()
})
afterEach(() => test.close())

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

describe('a value that a column refuses', () => {
  // As the runtime asks for it when the header retryBackoff is PT0.0005S.
  it('hurts its own command only', async () => {
    await test.deploy(oneTask())
    await test.create()
    const job = await test.activate()
    const failure = { retries: 1, errorMessage: 'no', retryBackOffMs: 0.5 }
    const [bad, good] = await Promise.allSettled([
      test.engine.jobs.fail(job?.jobKey ?? '', failure),
      test.create(),
    ])
    expect(good.status).toBe('fulfilled')
    // Not STORAGE_FAILED, after which the runtime tries again, for ever.
    if (bad.status === 'rejected') expect(bad.reason).toMatchObject({ code: 'INVALID_ARGUMENT' })
  })
})

describe('a time beyond the safe integers', () => {
  // As the runtime asks for it when the header retryBackoff is P999999999D.
  it('is refused, and ends the process neither now nor at each start', async () => {
    const unhandled: unknown[] = []
    const listeners = process.listeners('unhandledRejection')
    process.removeAllListeners('unhandledRejection')
    process.on('unhandledRejection', (error) => unhandled.push(error))
    await test.deploy(oneTask())
    await test.create()
    const job = await test.activate()
    const failure = { retries: 1, errorMessage: 'no', retryBackOffMs: 999_999_999 * 86_400_000 }
    await test.engine.jobs.fail(job?.jobKey ?? '', failure).catch(() => undefined)
    await test.restart()
    await pause(200)
    process.removeAllListeners('unhandledRejection')
    for (const listener of listeners) process.on('unhandledRejection', listener)
    expect(unhandled).toEqual([])
  })
})

describe('the variables of an instance', () => {
  it('never become more than 4 MB, also when an incident is resolved without a cure', async () => {
    await test.deploy(oneTask({ outputs: { twice: '=text + text' } }))
    const key = await test.create()
    const job = await test.activate()
    await test.engine.jobs.complete(job?.jobKey ?? '', { text: 'x'.repeat(2_500_000) })
    const [incident] = await test.all('incidents', key)
    expect(incident?.errorType).toBe('IO_MAPPING_ERROR')
    await test.engine.commands.resolveIncident(incident?.incidentKey ?? '')
    const variables = await test.all('variables', key)
    const size = variables.reduce((sum, { value }) => sum + value.length, 0)
    expect(size).toBeLessThanOrEqual(4 * 1024 * 1024)
    expect((await test.all('process-instances'))[0]?.state).toBe('ACTIVE')
  })
})
