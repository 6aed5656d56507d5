import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { end, flow, model, start, task } from '../testing/model.ts'
import { TestEngine } from '../testing/test-engine.ts'

let test: TestEngine

beforeEach(() => {
  test = new TestEngine()
})
afterEach(() => test.close())

const elementsOf = async (key: string): Promise<readonly string[]> =>
  (await test.all('element-instances', key)).map(({ elementId }) => elementId)

describe('an exclusive gateway', () => {
  const choice = (...flows: readonly string[]): string =>
    model(
      [
        start,
        '<bpmn:exclusiveGateway id="choice" default="choice_otherwise" />',
        ...['small', 'large', 'otherwise'].map((id) => `<bpmn:endEvent id="${id}" />`),
        flow('start', 'choice'),
        ...flows,
        flow('choice', 'otherwise'),
      ].join('\n'),
    )

  it('takes the flow whose condition holds', async () => {
    await test.deploy(
      choice(flow('choice', 'small', '=n < 10'), flow('choice', 'large', '=n > 99')),
    )
    expect(await elementsOf(await test.create({ n: 5 }))).toEqual(['start', 'choice', 'small'])
    expect(await elementsOf(await test.create({ n: 100 }))).toEqual(['start', 'choice', 'large'])
  })

  it('takes the default flow when no condition holds', async () => {
    await test.deploy(
      choice(flow('choice', 'small', '=n < 10'), flow('choice', 'large', '=n > 99')),
    )
    expect(await elementsOf(await test.create({ n: 50 }))).toEqual(['start', 'choice', 'otherwise'])
  })

  it('takes the last of several in the document, as Zeebe does', async () => {
    await test.deploy(choice(flow('choice', 'small', '=true'), flow('choice', 'large', '=true')))
    expect(await elementsOf(await test.create())).toEqual(['start', 'choice', 'large'])
  })

  it('raises an incident when a condition cannot decide', async () => {
    await test.deploy(
      choice(flow('choice', 'small', '=n < 10'), flow('choice', 'large', '=n > 99')),
    )
    const key = await test.create({ n: 'many' })
    expect(await test.all('incidents', key)).toMatchObject([
      { errorType: 'EXTRACT_VALUE_ERROR', elementId: 'choice', state: 'ACTIVE' },
    ])
    expect(await test.all('process-instances')).toMatchObject([
      { hasIncident: true, state: 'ACTIVE' },
    ])
  })

  it('raises an incident again when it was resolved without a cure', async () => {
    await test.deploy(
      choice(flow('choice', 'small', '=n < 10'), flow('choice', 'large', '=n > 99')),
    )
    const key = await test.create({ n: 'many' })
    const [incident] = await test.all('incidents', key)
    await test.engine.commands.resolveIncident(incident?.incidentKey ?? '')
    expect((await test.all('incidents', key)).map(({ state }) => state)).toEqual([
      'RESOLVED',
      'ACTIVE',
    ])
    await expect(
      test.engine.commands.resolveIncident(incident?.incidentKey ?? ''),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('raises CONDITION_ERROR without a default flow', async () => {
    await test.deploy(
      model(
        [
          start + end + '<bpmn:endEvent id="other" /><bpmn:exclusiveGateway id="choice" />',
          flow('start', 'choice'),
          flow('choice', 'end', '=n = 1'),
          flow('choice', 'other', '=n = 2'),
        ].join('\n'),
      ),
    )
    const key = await test.create({ n: 3 })
    expect(await test.all('incidents', key)).toMatchObject([{ errorType: 'CONDITION_ERROR' }])
  })
})

describe('a loop of gateways', () => {
  it('blocks nobody, goes on after a restart, and can be cancelled', async () => {
    await test.deploy(
      model(
        [
          start + end + '<bpmn:exclusiveGateway id="a" /><bpmn:exclusiveGateway id="b" />',
          flow('start', 'a'),
          flow('a', 'b'),
          flow('b', 'a', '=true'),
          flow('b', 'end', '=stop = true'),
        ].join('\n'),
      ),
    )
    const key = await test.create()
    await test.restart()
    const atRestart = await latestElement(key)
    await expect.poll(() => latestElement(key)).toBeGreaterThan(atRestart)
    expect(await test.run({ stop: true })).toEqual({ stop: true })
    await test.engine.commands.cancelProcessInstance(key)
    const [looping] = await test.all('process-instances')
    expect(looping).toMatchObject({ processInstanceKey: key, state: 'TERMINATED' })
    const atCancel = await latestElement(key)
    await test.settle()
    expect(await latestElement(key)).toBe(atCancel)
  })

  const latestElement = async (key: string): Promise<number> => {
    const { items } = await test.engine.queries.search('element-instances', {
      filter: [{ field: 'processInstanceKey', operator: '$eq', value: key }],
      sort: [{ field: 'elementInstanceKey', order: 'DESC' }],
      page: { limit: 1 },
    })
    return Number(items[0]?.elementInstanceKey)
  }
})

describe('a parallel gateway', () => {
  const fork = model(
    [
      start + end + task('a') + task('b'),
      '<bpmn:parallelGateway id="fork" /><bpmn:parallelGateway id="join" />',
      flow('start', 'fork'),
      flow('fork', 'a') + flow('fork', 'b') + flow('a', 'join') + flow('b', 'join'),
      flow('join', 'end'),
    ].join('\n'),
  )

  it('waits for a token on each incoming flow', async () => {
    await test.deploy(fork)
    const running = test.run()
    const first = await test.activate()
    const second = await test.activate()
    expect([first?.elementId, second?.elementId]).toEqual(['b', 'a'])
    await test.engine.jobs.complete(first?.jobKey ?? '', { first: 1 })
    expect((await test.all('process-instances'))[0]?.state).toBe('ACTIVE')
    await test.engine.jobs.complete(second?.jobKey ?? '', { second: 2 })
    expect(await running).toEqual({ first: 1, second: 2 })
  })

  it('still waits after a restart', async () => {
    await test.deploy(fork)
    await test.create()
    const first = await test.activate()
    const second = await test.activate()
    await test.engine.jobs.complete(first?.jobKey ?? '')
    await test.restart()
    await test.engine.jobs.complete(second?.jobKey ?? '')
    expect((await test.all('process-instances'))[0]?.state).toBe('COMPLETED')
  })

  it('joins many more branches than one step can go through', async () => {
    const branches = Array.from({ length: 2_000 }, (_, n) => `branch${n}`)
    await test.deploy(
      model(
        [
          start + end + flow('start', 'fork') + flow('join', 'end'),
          '<bpmn:parallelGateway id="fork" /><bpmn:parallelGateway id="join" />',
          ...branches.map((id) => `<bpmn:exclusiveGateway id="${id}" />`),
          ...branches.map((id) => flow('fork', id) + flow(id, 'join')),
        ].join('\n'),
      ),
    )
    expect(await test.run({ a: 1 })).toEqual({ a: 1 })
    const ended = test.query('SELECT phase, count(*) AS count FROM element_instance GROUP BY phase')
    // The start, the fork, the branches, the join once, and the end.
    expect(ended).toEqual([{ phase: 'COMPLETED', count: branches.length + 4 }])
  })
})
