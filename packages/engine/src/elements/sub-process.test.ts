import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { end, flow, model, start, task } from '../testing/model.ts'
import { TestEngine } from '../testing/test-engine.ts'

let test: TestEngine

beforeEach(() => {
  test = new TestEngine()
})
afterEach(() => test.close())

const subProcess = (id: string, ...content: readonly string[]): string =>
  `<bpmn:subProcess id="${id}">${content.join('')}</bpmn:subProcess>`

const onError = (id: string, ...content: readonly string[]): string =>
  `<bpmn:subProcess id="${id}" triggeredByEvent="true"><bpmn:startEvent id="${id}_start">
    <bpmn:errorEventDefinition id="${id}_error" errorRef="Gone" /></bpmn:startEvent>
    ${content.join('')}</bpmn:subProcess>`

const boundary = (id: string, host: string): string =>
  `<bpmn:boundaryEvent id="${id}" attachedToRef="${host}">
    <bpmn:errorEventDefinition id="${id}_error" errorRef="Gone" /></bpmn:boundaryEvent>`

const fails = (id: string): string =>
  `<bpmn:endEvent id="${id}"><bpmn:errorEventDefinition id="${id}_error" errorRef="Gone" /></bpmn:endEvent>`

const event = (id: string, tag = 'endEvent'): string => `<bpmn:${tag} id="${id}" />`

const passes = async (key: string): Promise<readonly string[]> =>
  (await test.all('element-instances', key)).map(({ elementId, state }) => `${elementId} ${state}`)

const stateOf = async (): Promise<string | undefined> =>
  (await test.all('process-instances'))[0]?.state

describe('a sub-process', () => {
  const nested = model(
    [
      start + end + flow('start', 'outer') + flow('outer', 'end'),
      subProcess(
        'outer',
        event('in', 'startEvent') + flow('in', 'fork') + event('fork', 'parallelGateway'),
        task('a') + task('b') + flow('fork', 'a') + flow('fork', 'b'),
        event('join', 'parallelGateway') + flow('a', 'join') + flow('b', 'join'),
        event('out') + flow('join', 'out'),
      ),
    ].join('\n'),
  )

  it('completes when nothing goes on in it, also after a restart', async () => {
    await test.deploy(nested)
    const running = test.run()
    const [b, a] = await test.lease({ maxJobsToActivate: 2 })
    await test.engine.jobs.complete(b?.jobKey ?? '')
    expect(await stateOf()).toBe('ACTIVE')
    await test.engine.jobs.complete(a?.jobKey ?? '', { done: true })
    expect(await running).toEqual({ done: true })
  })

  it('keeps what waits in it over a restart', async () => {
    await test.deploy(nested)
    await test.create()
    const [b, a] = await test.lease({ maxJobsToActivate: 2 })
    await test.engine.jobs.complete(b?.jobKey ?? '')
    await test.restart()
    await test.engine.jobs.complete(a?.jobKey ?? '')
    expect(await stateOf()).toBe('COMPLETED')
  })

  it('has variables of its own, and passes on those of its outputs', async () => {
    const mapping =
      '<bpmn:extensionElements><zeebe:ioMapping><zeebe:input source="=outer * 2" target="inner" />' +
      '<zeebe:output source="=inner + result" target="total" /></zeebe:ioMapping></bpmn:extensionElements>'
    await test.deploy(
      model(
        [
          start + end + flow('start', 'sub') + flow('sub', 'end'),
          subProcess('sub', mapping, event('in', 'startEvent'), task('work'), flow('in', 'work')),
        ].join('\n'),
      ),
    )
    const running = test.run({ outer: 4 })
    const job = await test.activate()
    expect(job?.variables).toEqual({ outer: 4, inner: 8 })
    await test.engine.jobs.complete(job?.jobKey ?? '', { result: 1, inner: 10 })
    expect(await running).toEqual({ outer: 4, result: 1, total: 11 })
  })

  it('is cancelled with all that is in it, from the inside out', async () => {
    await test.deploy(nested)
    const key = await test.create()
    await test.engine.commands.cancelProcessInstance(key)
    expect(await passes(key)).toEqual([
      'start COMPLETED',
      'outer TERMINATED',
      'in COMPLETED',
      'fork COMPLETED',
      'b TERMINATED',
      'a TERMINATED',
    ])
    expect((await test.all('jobs', key)).map(({ state }) => state)).toEqual([
      'CANCELED',
      'CANCELED',
    ])
  })
})

describe('an error', () => {
  const caughtOutside = model(
    [
      start + end + flow('start', 'outer') + flow('outer', 'end'),
      boundary('caught', 'outer') + flow('caught', 'after') + task('after'),
      subProcess(
        'outer',
        event('in', 'startEvent') + flow('in', 'fork') + event('fork', 'parallelGateway'),
        flow('fork', 'inner') + flow('fork', 'other') + task('other'),
        subProcess('inner', event('inner_in', 'startEvent') + task('a') + flow('inner_in', 'a')),
      ),
    ].join('\n'),
  )

  it('goes up to the activity that catches it, and ends what is in that', async () => {
    await test.deploy(caughtOutside)
    const key = await test.create()
    const jobs = await test.lease({ maxJobsToActivate: 2 })
    const thrower = jobs.find(({ elementId }) => elementId === 'a')?.jobKey ?? ''
    await test.engine.jobs.throwError(thrower, { errorCode: 'GONE', errorMessage: 'x' })
    expect(await passes(key)).toEqual([
      'start COMPLETED',
      'outer TERMINATED',
      'in COMPLETED',
      'fork COMPLETED',
      'other TERMINATED',
      'inner TERMINATED',
      'inner_in COMPLETED',
      'a TERMINATED',
      'caught COMPLETED',
      'after ACTIVE',
    ])
  })

  it('starts the event sub-process that handles it, which ends all else in its scope', async () => {
    await test.deploy(
      model(
        [
          start + end + flow('start', 'fork') + event('fork', 'parallelGateway'),
          flow('fork', 'a') + flow('fork', 'b') + task('a') + task('b') + flow('b', 'end'),
          onError('handler', task('repair') + flow('handler_start', 'repair')),
        ].join('\n'),
      ),
    )
    const running = test.run()
    const [b, a] = await test.lease({ maxJobsToActivate: 2 })
    const error = { errorCode: 'GONE', errorMessage: '', variables: { why: 'x' } }
    await test.engine.jobs.throwError(a?.jobKey ?? '', error)
    await expect(test.engine.jobs.complete(b?.jobKey ?? '')).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    const repair = await test.activate()
    await test.engine.jobs.complete(repair?.jobKey ?? '')
    expect(await running).toEqual({ why: 'x' })
  })

  it('can be thrown by an end event', async () => {
    await test.deploy(
      model(
        [
          start + end + flow('start', 'sub') + flow('sub', 'end'),
          boundary('caught', 'sub') + event('failed') + flow('caught', 'failed'),
          subProcess('sub', event('in', 'startEvent') + fails('throw') + flow('in', 'throw')),
        ].join('\n'),
      ),
    )
    await test.run()
    expect(
      await passes((await test.all('process-instances'))[0]?.processInstanceKey ?? ''),
    ).toEqual([
      'start COMPLETED',
      'sub TERMINATED',
      'in COMPLETED',
      'throw TERMINATED',
      'caught COMPLETED',
      'failed COMPLETED',
    ])
  })

  it('raises an incident where nothing catches it', async () => {
    await test.deploy(model(start + fails('throw') + flow('start', 'throw')))
    const key = await test.create()
    expect(await test.all('incidents', key)).toMatchObject([
      { errorType: 'UNHANDLED_ERROR_EVENT', elementId: 'throw', state: 'ACTIVE' },
    ])
    const [incident] = await test.all('incidents', key)
    await test.engine.commands.resolveIncident(incident?.incidentKey ?? '')
    expect((await test.all('incidents', key)).map(({ state }) => state)).toEqual([
      'RESOLVED',
      'ACTIVE',
    ])
  })

  it('of a handler is not caught by the scope that it handles', async () => {
    await test.deploy(
      model(
        [
          start + end + flow('start', 'sub') + flow('sub', 'end'),
          boundary('caught', 'sub') + event('failed') + flow('caught', 'failed'),
          subProcess(
            'sub',
            event('in', 'startEvent') + task('a') + flow('in', 'a'),
            onError('handler', fails('again') + flow('handler_start', 'again')),
          ),
        ].join('\n'),
      ),
    )
    const key = await test.create()
    const job = await test.activate()
    await test.engine.jobs.throwError(job?.jobKey ?? '', { errorCode: 'GONE', errorMessage: '' })
    expect(await test.all('incidents', key)).toMatchObject([
      { errorType: 'UNHANDLED_ERROR_EVENT', elementId: 'again' },
    ])
  })
})
