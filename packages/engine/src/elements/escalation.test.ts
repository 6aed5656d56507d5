import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { flow, model, start, task } from '../testing/model.ts'
import { TestEngine } from '../testing/test-engine.ts'

let test: TestEngine

beforeEach(() => {
  test = new TestEngine()
})
afterEach(() => test.close())

const escalates = (id: string): string =>
  `<bpmn:escalationEventDefinition id="${id}_escalation" escalationRef="Late" />`

/** A sub-process that throws between two tasks, and an event at it that leads to a third. */
const deploy = (options: { readonly isInterrupting: boolean; readonly code?: string }) => {
  const { isInterrupting, code = 'LATE' } = options
  const xml = model(
    [
      `${start}<bpmn:subProcess id="sub"><bpmn:startEvent id="in" />`,
      task('before') + flow('in', 'before') + flow('before', 'throw') + task('after'),
      `<bpmn:intermediateThrowEvent id="throw">${escalates('throw')}</bpmn:intermediateThrowEvent>`,
      `${flow('throw', 'after')}</bpmn:subProcess>${flow('start', 'sub')}`,
      `<bpmn:boundaryEvent id="at" attachedToRef="sub" cancelActivity="${isInterrupting}">`,
      `<bpmn:escalationEventDefinition id="any" /></bpmn:boundaryEvent>`,
      task('caught') + flow('at', 'caught'),
    ].join('\n'),
  )
  const late = `<bpmn:escalation id="Late" escalationCode="${code}" /></bpmn:definitions>`
  return test.deploy(xml.replace('</bpmn:definitions>', late))
}

const completeJob = async (): Promise<void> => {
  const job = await test.activate()
  await test.engine.jobs.complete(job?.jobKey ?? '')
}

const active = async (): Promise<readonly string[]> =>
  (await test.all('element-instances'))
    .filter(({ state }) => state === 'ACTIVE')
    .map(({ elementId }) => elementId)

describe('an escalation', () => {
  it('ends the sub-process that it comes from, also after a restart', async () => {
    await deploy({ isInterrupting: true })
    await test.create()
    await test.restart()
    await completeJob()
    expect(await active()).toEqual(['caught'])
  })

  it('lets its sub-process go on where the event does not interrupt', async () => {
    await deploy({ isInterrupting: false })
    await test.create()
    await completeJob()
    expect(await active()).toEqual(['sub', 'caught', 'after'])
    await test.restart()
    await completeJob()
    await completeJob()
    expect(await test.all('process-instances')).toMatchObject([{ state: 'COMPLETED' }])
  })

  it('is thrown once its code can be computed', async () => {
    await deploy({ isInterrupting: true, code: '=code' })
    const key = await test.create()
    await completeJob()
    const [incident] = await test.all('incidents')
    expect(incident).toMatchObject({ errorType: 'EXTRACT_VALUE_ERROR', elementId: 'throw' })
    await test.restart()
    await test.engine.commands.setVariables(key, { code: 'LATE' }, { local: false })
    await test.engine.commands.resolveIncident(incident?.incidentKey ?? '')
    expect(await active()).toEqual(['caught'])
  })
})
