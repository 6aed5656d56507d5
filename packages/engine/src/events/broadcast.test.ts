import { afterEach, beforeEach, expect, it } from 'vitest'
import { instancesPerCommandMax } from '../storage/transaction.ts'
import { definitions, end, flow, start } from '../testing/model.ts'
import { TestEngine } from '../testing/test-engine.ts'

let test: TestEngine
beforeEach(() => {
  test = new TestEngine()
})
afterEach(() => test.close())

const alarm = '<bpmn:signal id="Alarm" name="alarm" />'
const onAlarm = (kind: string, id: string): string =>
  `<bpmn:${kind} id="${id}"><bpmn:signalEventDefinition id="${id}_signal" signalRef="Alarm" /></bpmn:${kind}>`

it('a signal reaches what waits for it after a restart', async () => {
  const catching = onAlarm('intermediateCatchEvent', 'catch')
  const flows = flow('start', 'catch') + flow('catch', 'end')
  await test.deploy(definitions('process', start + catching + end + flows, alarm))
  const key = await test.create()
  await test.restart()

  await test.engine.commands.broadcastSignal({ name: 'alarm', variables: { level: 1 } })

  expect(await test.all('process-instances', key)).toMatchObject([{ state: 'COMPLETED' }])
  expect(await test.all('variables', key)).toMatchObject([{ name: 'level', value: '1' }])
  expect(await test.all('message-subscriptions', key)).toEqual([])
})

it('a signal that leads to itself blocks nobody', async () => {
  const content = onAlarm('startEvent', 'again') + onAlarm('endEvent', 'end')
  await test.deploy(definitions('process', content + flow('again', 'end'), alarm))

  await test.engine.commands.broadcastSignal({ name: 'alarm' })

  const found = await test.engine.queries.search('process-instances', {
    filter: [],
    sort: [],
    page: { limit: 1 },
  })
  expect(found.page.totalItems).toBeGreaterThanOrEqual(instancesPerCommandMax)
  // Without a process that it starts it ends, when what is on its way has.
  await test.deploy(definitions('process', start + end + flow('start', 'end'), alarm))
  await test.settle()
  await test.settle()
  const ended = await test.engine.queries.search('process-instances', {
    filter: [{ field: 'state', operator: '$eq', value: 'ACTIVE' }],
    sort: [],
    page: { limit: 1 },
  })
  expect(ended.page.totalItems).toBe(0)
})
