import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { TestEngine } from '../testing/test-engine.ts'

let test: TestEngine

beforeEach(() => {
  test = new TestEngine()
})
afterEach(() => test.close())

describe('a job type', () => {
  const subscription = { type: 'work', maxJobsActive: 1, handler: () => Promise.resolve() }

  it('has one subscriber at a time', async () => {
    const first = test.engine.jobs.subscribe(subscription)

    expect(() => test.engine.jobs.subscribe(subscription)).toThrow(
      expect.objectContaining({
        code: 'SUBSCRIPTION_EXISTS',
        message: expect.stringContaining('work'),
      }),
    )

    await first.close(0)
    expect(() => test.engine.jobs.subscribe(subscription)).not.toThrow()
  })
})
