import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { flow, model, start, task } from '../testing/model.ts'
import { TestEngine } from '../testing/test-engine.ts'

let test: TestEngine

beforeEach(() => {
  test = new TestEngine()
})
afterEach(() => test.close())

describe('a terminate end event', () => {
  it('ends what waits elsewhere, with its job and incident, also after a restart', async () => {
    await test.deploy(
      model(
        [
          `${start}<bpmn:parallelGateway id="fork" />${task('a', { type: 'first' })}${task('b')}`,
          '<bpmn:endEvent id="stop"><bpmn:terminateEventDefinition id="t" /></bpmn:endEvent>',
          flow('start', 'fork') + flow('fork', 'a') + flow('fork', 'b') + flow('a', 'stop'),
        ].join('\n'),
      ),
    )
    const key = await test.create()
    const failing = await test.activate()
    await test.engine.jobs.fail(failing?.jobKey ?? '', {
      retries: 0,
      errorMessage: 'no',
      retryBackOffMs: 0,
    })
    await test.restart()
    const [first] = await test.lease({ type: 'first' })
    await test.engine.jobs.complete(first?.jobKey ?? '', { r: 1 })

    expect(await test.all('process-instances', key)).toMatchObject([
      { state: 'COMPLETED', hasIncident: false },
    ])
    expect((await test.all('jobs', key)).map(({ state }) => state)).toEqual([
      'CANCELED',
      'COMPLETED',
    ])
    expect(await test.all('incidents', key)).toMatchObject([{ state: 'RESOLVED' }])
  })
})
