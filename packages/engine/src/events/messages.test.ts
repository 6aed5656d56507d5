import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { definitions, end, flow, oneTask, start, task } from '../testing/model.ts'
import { TestEngine } from '../testing/test-engine.ts'

let now = Date.parse('2026-11-24T08:00:00Z')
let test: TestEngine
beforeEach(() => {
  test = new TestEngine({ now: () => now })
})
afterEach(() => test.close())

const paid =
  '<bpmn:message id="Paid" name="paid"><bpmn:extensionElements><zeebe:subscription correlationKey="=key" /></bpmn:extensionElements></bpmn:message>'
const definition = '<bpmn:messageEventDefinition id="definition" messageRef="Paid" />'

/** start → a message with the key that is in the variable `key` → end */
const waiting = definitions(
  'process',
  [
    start,
    `<bpmn:intermediateCatchEvent id="catch">${definition}</bpmn:intermediateCatchEvent>`,
    end,
    flow('start', 'catch'),
    flow('catch', 'end'),
  ].join(''),
  paid,
)

/** A message starts it → a task → end */
const started = definitions(
  'process',
  [
    `<bpmn:startEvent id="start">${definition}</bpmn:startEvent>`,
    task('task'),
    end,
    flow('start', 'task'),
    flow('task', 'end'),
  ].join(''),
  paid,
)

const publish = (correlationKey: string, options: object = {}) =>
  test.engine.commands.publishMessage({ name: 'paid', correlationKey, timeToLiveMs: 0, ...options })

const states = async () => (await test.all('process-instances')).map(({ state }) => state)

describe('a subscription', () => {
  it('is found while it waits, and after', async () => {
    await test.deploy(waiting)
    const key = await test.create({ key: 'a' })
    const [subscription] = await test.all('message-subscriptions', key)
    const { elementInstanceKey } = (await test.all('element-instances', key))[1] ?? {}

    await publish('a')

    expect(subscription).toMatchObject({
      messageSubscriptionState: 'CREATED',
      messageName: 'paid',
      correlationKey: 'a',
      elementId: 'catch',
      elementInstanceKey,
      processDefinitionId: 'process',
    })
    expect(await test.all('message-subscriptions', key)).toMatchObject([
      { messageSubscriptionState: 'CORRELATED' },
    ])
  })

  it('goes with its instance', async () => {
    await test.deploy(waiting)
    const key = await test.create({ key: 'a' })

    await test.engine.commands.cancelProcessInstance(key)

    expect(await test.all('message-subscriptions', key)).toMatchObject([
      { messageSubscriptionState: 'DELETED' },
    ])
  })

  it('waits over a restart', async () => {
    await test.deploy(waiting)
    await test.create({ key: 'a' })
    await test.restart()

    const { processInstanceKey } = await test.engine.commands.correlateMessage({
      name: 'paid',
      correlationKey: 'a',
    })

    expect(await test.all('process-instances', processInstanceKey)).toMatchObject([
      { state: 'COMPLETED' },
    ])
  })
})

describe('a message', () => {
  it('waits over a restart until its time is over, and is deleted then', async () => {
    await test.deploy(waiting)
    await publish('a', { timeToLiveMs: 60_000 })
    await publish('b', { timeToLiveMs: 30_000 })
    now += 30_000
    await test.restart()

    await test.create({ key: 'a' })
    await test.create({ key: 'b' })

    expect(await states()).toEqual(['COMPLETED', 'ACTIVE'])
    const keys = () => test.query('SELECT correlation_key FROM message')
    await expect.poll(keys).toEqual([{ correlation_key: 'a' }])
    now += 30_000
    await test.restart()
    await expect.poll(keys).toEqual([])
    expect(test.query('SELECT * FROM message_correlation')).toEqual([])
  })

  it('starts the next instance with its key after a restart', async () => {
    await test.deploy(started)
    await publish('a')
    await publish('a', { timeToLiveMs: 60_000 })
    await test.restart()

    const job = await test.activate()
    await test.engine.jobs.complete(job?.jobKey ?? '')

    expect(await states()).toEqual(['COMPLETED', 'ACTIVE'])
  })

  it('starts the latest version of a process only', async () => {
    await test.deploy(started)
    await test.deploy(started.replace('Task task', 'Second'))
    await publish('')
    await test.deploy(oneTask())
    await publish('')

    expect(await test.all('process-instances')).toMatchObject([{ processDefinitionVersion: 2 }])
  })

  it('is refused with the limits of its time to live', async () => {
    await expect(publish('', { timeToLiveMs: -1 })).rejects.toMatchObject({
      code: 'INVALID_ARGUMENT',
    })
    await expect(publish('', { timeToLiveMs: 1.5 })).rejects.toMatchObject({
      code: 'INVALID_ARGUMENT',
    })
  })

  it('is refused by an instance that has no room for its variables, which goes on waiting', async () => {
    await test.deploy(waiting)
    await test.create({ key: 'a', large: 'x'.repeat(3_000_000) })
    const variables = { more: 'x'.repeat(1_000_000) }

    await expect(publish('a', { variables })).rejects.toMatchObject({ code: 'VARIABLES_TOO_LARGE' })
    await publish('a')

    expect(await states()).toEqual(['COMPLETED'])
  })

  it('is not lost to a new instance that has no room for it', async () => {
    await test.deploy(waiting)
    const variables = { more: 'x'.repeat(1_000_000) }
    await publish('a', { variables, timeToLiveMs: 60_000 })

    await test.create({ key: 'a', large: 'x'.repeat(3_000_000) })
    await test.create({ key: 'a' })

    expect(await states()).toEqual(['ACTIVE', 'COMPLETED'])
  })
})
