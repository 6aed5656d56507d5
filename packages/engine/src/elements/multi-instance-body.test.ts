import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { end, flow, model, start } from '../testing/model.ts'
import { TestEngine } from '../testing/test-engine.ts'

let test: TestEngine

beforeEach(() => {
  test = new TestEngine()
})
afterEach(() => test.close())

interface Loop {
  readonly sequential?: boolean
  readonly condition?: string
  readonly mapping?: string
}

const marker = ({ sequential = false, condition }: Loop): string =>
  `<bpmn:multiInstanceLoopCharacteristics isSequential="${sequential}"><bpmn:extensionElements>
    <zeebe:loopCharacteristics inputCollection="=items" inputElement="item"
      outputCollection="results" outputElement="=result" /></bpmn:extensionElements>
    ${condition === undefined ? '' : `<bpmn:completionCondition>${condition}</bpmn:completionCondition>`}
  </bpmn:multiInstanceLoopCharacteristics>`

const task = (loop: Loop = {}): string =>
  `<bpmn:serviceTask id="task"><bpmn:extensionElements><zeebe:taskDefinition type="work" />
    ${loop.mapping === undefined ? '' : `<zeebe:ioMapping>${loop.mapping}</zeebe:ioMapping>`}
  </bpmn:extensionElements>${marker(loop)}</bpmn:serviceTask>`

const oneTask = (loop: Loop = {}, ...others: readonly string[]): string =>
  model([start, task(loop), end, flow('start', 'task'), flow('task', 'end'), ...others].join('\n'))

const passes = async (): Promise<readonly string[]> =>
  (await test.all('element-instances')).map(({ type, state }) => `${type} ${state}`)

const stateOf = async (): Promise<string | undefined> =>
  (await test.all('process-instances'))[0]?.state

/** The results of all instances, as the process has them. */
const resultsOf = (key: string): unknown => {
  const [row] = test.query(
    `SELECT value FROM variable WHERE scope_key = ${key} AND name = 'results'`,
  )
  return row === undefined ? undefined : JSON.parse(String(row['value']))
}

const openJobs = (): readonly unknown[] => test.query('SELECT key FROM job WHERE ended_at IS NULL')

describe('a parallel multi-instance', () => {
  it('gives each instance its item, and gathers what they give in the order of the items', async () => {
    await test.deploy(oneTask())
    const key = await test.create({ items: ['a', 'b'] })
    const [first, second] = await test.lease({ maxJobsToActivate: 5 })
    expect([first?.variables, second?.variables]).toEqual([
      { items: ['a', 'b'], item: 'a', loopCounter: 1, result: null, results: [null, null] },
      { items: ['a', 'b'], item: 'b', loopCounter: 2, result: null, results: [null, null] },
    ])
    await test.engine.jobs.complete(second?.jobKey ?? '', { result: 'B' })
    expect(await stateOf()).toBe('ACTIVE')
    await test.engine.jobs.complete(first?.jobKey ?? '', { result: 'A' })
    expect(resultsOf(key)).toEqual(['A', 'B'])
    expect(await passes()).toEqual([
      'START_EVENT COMPLETED',
      'MULTI_INSTANCE_BODY COMPLETED',
      'SERVICE_TASK COMPLETED',
      'SERVICE_TASK COMPLETED',
      'END_EVENT COMPLETED',
    ])
  })

  it('goes on after a restart', async () => {
    await test.deploy(oneTask())
    const key = await test.create({ items: [1, 2] })
    const [first, second] = await test.lease({ maxJobsToActivate: 2 })
    await test.engine.jobs.complete(first?.jobKey ?? '', { result: 10 })
    await test.restart()
    await test.engine.jobs.complete(second?.jobKey ?? '', { result: 20 })
    expect(resultsOf(key)).toEqual([10, 20])
  })

  it('shows what was given so far to those that go on', async () => {
    await test.deploy(oneTask({ mapping: '<zeebe:input source="=results" target="seen" />' }))
    await test.create({ items: [1, 2] })
    const first = await test.activate()
    await test.engine.jobs.complete(first?.jobKey ?? '', { result: 10 })
    const second = await test.activate()
    expect(second?.variables).toMatchObject({ seen: [null, null], results: [10, null] })
  })

  it('goes through a list that is longer than one step, and leaves nothing behind', async () => {
    await test.deploy(oneTask())
    const items = Array.from({ length: 1_200 }, (_, index) => index)
    const key = await test.create({ items })
    await test.restart()
    await expect.poll(() => openJobs().length).toBe(items.length)
    const jobs = await test.lease({ maxJobsToActivate: items.length, fetchVariables: ['item'] })
    await Promise.all(
      jobs.map(({ jobKey, variables }) =>
        test.engine.jobs.complete(jobKey, { result: Number(variables['item']) * 2 }),
      ),
    )
    expect(resultsOf(key)).toEqual(items.map((item) => item * 2))
    const left = test.query(
      'SELECT key FROM loop UNION SELECT loop_key FROM loop_items UNION SELECT loop_key FROM loop_output',
    )
    expect(left).toEqual([])
  })

  it('completes at once with an empty list', async () => {
    await test.deploy(oneTask())
    expect(await test.run({ items: [] })).toEqual({ items: [], results: [] })
  })

  it('ends when enough is done, with all that is open', async () => {
    await test.deploy(oneTask({ condition: '=numberOfCompletedInstances >= 2' }))
    const key = await test.create({ items: [1, 2, 3] })
    const jobs = await test.lease({ maxJobsToActivate: 3 })
    await test.engine.jobs.complete(jobs[0]?.jobKey ?? '', { result: 1 })
    expect(await stateOf()).toBe('ACTIVE')
    await test.engine.jobs.complete(jobs[2]?.jobKey ?? '', { result: 3 })
    expect(resultsOf(key)).toEqual([1, null, 3])
    expect((await test.all('jobs', key)).map(({ state }) => state)).toEqual([
      'COMPLETED',
      'CANCELED',
      'COMPLETED',
    ])
  })

  it('has events of its own, which end all its instances', async () => {
    const caught =
      '<bpmn:boundaryEvent id="caught" attachedToRef="task"><bpmn:outgoing>caught_end</bpmn:outgoing>' +
      '<bpmn:errorEventDefinition id="d" errorRef="Gone" /></bpmn:boundaryEvent>'
    await test.deploy(oneTask({}, caught, flow('caught', 'end')))
    await test.create({ items: [1, 2] })
    const job = await test.activate()
    await test.engine.jobs.throwError(job?.jobKey ?? '', { errorCode: 'GONE', errorMessage: '' })
    expect(await passes()).toEqual([
      'START_EVENT COMPLETED',
      'MULTI_INSTANCE_BODY TERMINATED',
      'SERVICE_TASK TERMINATED',
      'SERVICE_TASK TERMINATED',
      'BOUNDARY_EVENT COMPLETED',
      'END_EVENT COMPLETED',
    ])
    expect(test.query('SELECT * FROM loop')).toEqual([])
  })

  it('is cancelled while it still starts instances', async () => {
    await test.deploy(oneTask())
    const key = await test.create({ items: Array.from({ length: 1_200 }, () => 0) })
    await test.engine.commands.cancelProcessInstance(key)
    expect(await stateOf()).toBe('TERMINATED')
    expect(test.query('SELECT * FROM loop')).toEqual([])
    expect(test.query('SELECT * FROM element_instance WHERE ended_at IS NULL')).toEqual([])
  })
})

describe('a sequential multi-instance', () => {
  it('does one after the other, also over a restart, whatever becomes of its list', async () => {
    await test.deploy(oneTask({ sequential: true }))
    const key = await test.create({ items: [1, 2] })
    const first = await test.activate()
    expect(await test.lease({ requestTimeoutMs: 0 })).toEqual([])
    await test.engine.jobs.complete(first?.jobKey ?? '', { result: 10, items: 'gone' })
    await test.restart()
    const second = await test.activate()
    expect(second?.variables).toMatchObject({ item: 2, loopCounter: 2, results: [10, null] })
    await test.engine.jobs.complete(second?.jobKey ?? '', { result: 20 })
    expect(resultsOf(key)).toEqual([10, 20])
    expect(await stateOf()).toBe('COMPLETED')
  })

  it('stops when enough is done', async () => {
    await test.deploy(oneTask({ sequential: true, condition: '=result = "stop"' }))
    const key = await test.create({ items: [1, 2] })
    const job = await test.activate()
    await test.engine.jobs.complete(job?.jobKey ?? '', { result: 'stop' })
    expect(resultsOf(key)).toEqual(['stop', null])
  })
})

describe('a multi-instance raises an incident', () => {
  const resolve = async (key: string): Promise<void> => {
    const incidents = await test.all('incidents', key)
    const open = incidents.find(({ state }) => state === 'ACTIVE')
    await test.engine.commands.resolveIncident(open?.incidentKey ?? '')
  }

  it.each([null, 'text', { a: 1 }])('where its list is %s', async (items) => {
    await test.deploy(oneTask())
    const key = await test.create({ items })
    expect(await test.all('incidents', key)).toMatchObject([
      { errorType: 'EXTRACT_VALUE_ERROR', elementId: 'task' },
    ])
    expect(await passes()).toEqual(['START_EVENT COMPLETED', 'MULTI_INSTANCE_BODY ACTIVE'])
    await resolve(key)
    expect(await test.all('incidents', key)).toHaveLength(2)
  })

  it('where its condition is neither true nor false', async () => {
    await test.deploy(oneTask({ condition: '=result' }))
    const key = await test.create({ items: [1, 2] })
    const job = await test.activate()
    await test.engine.jobs.complete(job?.jobKey ?? '', { result: 'no' })
    expect(await test.all('incidents', key)).toMatchObject([
      { errorType: 'EXTRACT_VALUE_ERROR', elementInstanceKey: job?.elementInstanceKey },
    ])
    await resolve(key)
    expect(await test.all('incidents', key)).toHaveLength(2)
  })

  it('where what it gives has no room, and goes on when there is', async () => {
    await test.deploy(oneTask({ mapping: '<zeebe:output source="=1" target="small" />' }))
    const long = 'x'.repeat(1_500_000)
    const key = await test.create({ items: [1], kept: long })
    const job = await test.activate()
    await test.engine.jobs.complete(job?.jobKey ?? '', { result: long })
    expect(await test.all('incidents', key)).toMatchObject([
      { errorType: 'EXTRACT_VALUE_ERROR', errorMessage: expect.stringContaining('4194304') },
    ])
  })
})
