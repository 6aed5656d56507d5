import { describe, expect, it } from 'vitest'
import { definitions, flow } from '../test-model.ts'
import { refusals } from '../test-refusals.ts'

const START = '<bpmn:startEvent id="start" /><bpmn:endEvent id="end" />'
const HOST = '<bpmn:subProcess id="sub"><bpmn:startEvent id="in" /></bpmn:subProcess>'

const refers = (id: string, attribute: string): string =>
  `<bpmn:escalationEventDefinition id="${id}_d" ${attribute} />`

const at = (host: string, attribute: string): string =>
  `<bpmn:boundaryEvent id="at" attachedToRef="${host}">${refers('at', attribute)}</bpmn:boundaryEvent>${flow('f', 'at', 'end')}`

const model = (content: string, escalation = ''): string =>
  definitions(
    `<bpmn:process id="p" isExecutable="true">${START}${content}</bpmn:process>`,
    escalation,
  )

const LATE = 'escalationRef="late"'

describe('an escalation', () => {
  it.each([
    ['at a task', model(`<bpmn:task id="t" />${at('t', '')}`), 'attach the event to a sub-process'],
    [
      'without a code',
      model(HOST + at('sub', LATE), '<bpmn:escalation id="late" />'),
      'The escalation at line 3 has no escalationCode',
    ],
    [
      'caught by a computed code',
      model(HOST + at('sub', LATE), '<bpmn:escalation id="late" escalationCode="=a" />'),
      'has an expression as escalationCode. Catch a fixed code.',
    ],
    ['that does not exist', model(HOST + at('sub', LATE)), 'leads to no escalation. Choose one.'],
    [
      'thrown without one',
      model(`<bpmn:intermediateThrowEvent id="t">${refers('t', '')}</bpmn:intermediateThrowEvent>`),
      'The event throws no escalation. Choose one.',
    ],
  ])('is refused %s', async (_, xml, expected) => {
    expect(await refusals(xml)).toEqual([expect.stringContaining(expected)])
  })

  it('may be caught without interrupting', async () => {
    const event = at('sub', '').replace('attachedToRef', 'cancelActivity="false" attachedToRef')
    expect(await refusals(model(HOST + event))).toEqual([])
  })
})
