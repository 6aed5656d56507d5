import { describe, expect, it } from 'vitest'
import { parseBpmn } from '../parse-bpmn.ts'
import { definitions } from '../test-model.ts'
import { refusals } from '../test-refusals.ts'

const event = (kind: string, id: string, reference = 'signalRef="Alarm"'): string =>
  `<bpmn:${kind} id="${id}"><bpmn:signalEventDefinition id="${id}_signal" ${reference} /></bpmn:${kind}>`

const model = (content: string, signals = '<bpmn:signal id="Alarm" name="alarm" />'): string =>
  definitions(`<bpmn:process id="process" isExecutable="true">${content}</bpmn:process>`, signals)

describe('a signal event', () => {
  it.each(['startEvent', 'intermediateCatchEvent', 'intermediateThrowEvent', 'endEvent'])(
    '%s has the name of its signal',
    async (kind) => {
      const start = kind === 'startEvent' ? '' : '<bpmn:startEvent id="start" />'

      const [process] = await parseBpmn(model(start + event(kind, 'event')))

      expect(process?.elements.get('event')).toMatchObject({
        definition: { kind: 'SIGNAL', name: 'alarm' },
      })
    },
  )

  it('may stand in an event sub-process for the signal that starts the process', async () => {
    const start = event('startEvent', 'start')
    const inner = event('startEvent', 'inner')

    const content = `${start}<bpmn:subProcess id="sub" triggeredByEvent="true">${inner}</bpmn:subProcess>`

    expect(await refusals(model(content))).toEqual([])
  })
})

describe('parseBpmn refuses a signal event', () => {
  const start = '<bpmn:startEvent id="start" />'

  it.each([
    ['without a signal', start + event('endEvent', 'end', ''), undefined, 'says no signal'],
    [
      'without a name',
      start + event('endEvent', 'end'),
      '<bpmn:signal id="Alarm" />',
      'has no name',
    ],
    [
      'twice at a start',
      event('startEvent', 'a') + event('startEvent', 'b'),
      undefined,
      'Another start event of the process catches the signal "alarm"',
    ],
  ])('%s', async (_, content, signals, expected) => {
    expect(await refusals(model(content, signals))).toEqual([expect.stringContaining(expected)])
  })
})
