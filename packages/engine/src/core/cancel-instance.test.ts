import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { end, flow, model, start, task } from '../testing/model.ts'
import { TestEngine } from '../testing/test-engine.ts'

let test: TestEngine

beforeEach(() => {
  test = new TestEngine()
})
afterEach(() => test.close())

// Of two tokens at the join one comes over a boundary event; the third is missing.
const threeBranches = model(
  [
    start + end + task('a') + task('b') + task('c'),
    '<bpmn:parallelGateway id="fork" /><bpmn:parallelGateway id="join" />',
    `<bpmn:boundaryEvent id="gone" attachedToRef="a"><bpmn:outgoing>gone_join</bpmn:outgoing>
     <bpmn:errorEventDefinition id="d" errorRef="Gone" /></bpmn:boundaryEvent>`,
    flow('start', 'fork') + flow('fork', 'a') + flow('fork', 'b') + flow('fork', 'c'),
    flow('a', 'end') + flow('gone', 'join') + flow('b', 'join') + flow('c', 'join'),
    flow('join', 'end'),
  ].join('\n'),
)

describe('a cancelled instance', () => {
  it.each([false, true])('leaves no token at a join; restarted before: %s', async (isRestarted) => {
    await test.deploy(threeBranches)
    const key = await test.create()
    const jobs = await test.lease({ maxJobsToActivate: 3 })
    const keyAt = (id: string) => jobs.find(({ elementId }) => elementId === id)?.jobKey ?? ''
    await test.engine.jobs.throwError(keyAt('a'), { errorCode: 'GONE', errorMessage: '' })
    await test.engine.jobs.complete(keyAt('b'))
    expect(waitingFlows()).toEqual(['b_join', 'gone_join'])
    if (isRestarted) await test.restart()

    await test.engine.commands.cancelProcessInstance(key)

    expect(waitingFlows()).toEqual([])
    const states = (await test.all('element-instances', key)).map(
      ({ elementId, state }) => `${elementId} ${state}`,
    )
    expect(states.toSorted()).toEqual([
      'a TERMINATED',
      'b COMPLETED',
      'c TERMINATED',
      'fork COMPLETED',
      'gone COMPLETED',
      'start COMPLETED',
    ])
    expect(await test.all('process-instances')).toMatchObject([{ state: 'TERMINATED' }])
  })

  const waitingFlows = (): readonly unknown[] => {
    const rows = test.query('SELECT flow_id FROM arrived_flow ORDER BY flow_id')
    return rows.map((row) => row['flow_id'])
  }
})
