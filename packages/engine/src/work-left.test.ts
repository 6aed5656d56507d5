import { setImmediate as nextRound } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { transitionsPerStepMax } from './core/step.ts'
import { end, flow, model, start, task } from './testing/model.ts'
import { TestEngine } from './testing/test-engine.ts'

let test: TestEngine
let tick: number

beforeEach(() => {
  tick = 0
  // No two groups have the same time, so that it tells which elements began in one.
  test = new TestEngine({ now: () => ++tick })
})
afterEach(async () => {
  vi.useRealTimers()
  await test.close()
})

const loop = model(
  [
    start + end + task('task') + '<bpmn:parallelGateway id="fork" />',
    '<bpmn:exclusiveGateway id="a" /><bpmn:exclusiveGateway id="b" />',
    flow('start', 'fork') + flow('fork', 'task') + flow('fork', 'a') + flow('task', 'end'),
    flow('a', 'b') + flow('b', 'a', '=true') + flow('b', 'end', '=stop = true'),
  ].join('\n'),
)

describe('a loop without end', () => {
  it('goes on with one step at a time, whatever else happens in its instance', async () => {
    await test.deploy(loop)
    const key = await test.create()
    const job = await test.activate()
    const jobKey = job?.jobKey ?? ''

    for (let n = 0; n < 10; n++) await test.engine.jobs.update(jobKey, { retries: n + 1 })
    await test.settle()
    await test.engine.commands.cancelProcessInstance(key)

    const rows = test.query('SELECT count(*) AS count FROM element_instance GROUP BY started_at')
    const most = Math.max(...rows.map(({ count }) => Number(count)))
    expect(most).toBeGreaterThan(0)
    expect(most).toBeLessThanOrEqual(transitionsPerStepMax)
  })

  it('stops when the engine closes, and leaves no timer behind', async () => {
    await test.deploy(loop)
    await test.create()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })

    await test.engine.close()

    await nextRound()
    expect(vi.getTimerCount()).toBe(0)
  })
})
