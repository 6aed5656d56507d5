import { describe, expect, it } from 'vitest'
import { flow, model } from '../test-model.ts'
import { refusals } from '../test-refusals.ts'

const START = '<bpmn:startEvent id="start" />'

const inside = (content: string): string => `<bpmn:subProcess id="sub">${content}</bpmn:subProcess>`

const onEvent = (id: string, content: string): string =>
  `<bpmn:subProcess id="${id}" triggeredByEvent="true">${content}</bpmn:subProcess>`

const anyError = '<bpmn:errorEventDefinition id="any" />'

it('reads a sub-process as modelers write it, with its flows listed', async () => {
  const listed = '<bpmn:incoming>f</bpmn:incoming><bpmn:outgoing>g</bpmn:outgoing>'
  const xml = model(
    START + '<bpmn:endEvent id="end" />' + flow('f', 'start', 'sub') + flow('g', 'sub', 'end'),
    inside(listed + '<bpmn:startEvent id="in" />'),
  )
  expect(await refusals(xml)).toEqual([])
})

describe('parseBpmn refuses', () => {
  it.each([
    [
      'a flow into a sub-process',
      model(
        START,
        inside('<bpmn:startEvent id="in" /><bpmn:endEvent id="out" />'),
        flow('f', 'start', 'out'),
      ),
      'element f, line 5: The targetRef "out" is no flow node of the same process or sub-process',
    ],
    [
      'a sub-process without a start',
      model(START, inside('')),
      'element sub, line 4: The sub-process has no start event',
    ],
    [
      'a sub-process with two starts',
      model(START, inside('<bpmn:startEvent id="a" /><bpmn:startEvent id="b" />')),
      'element b, line 4: The sub-process has another none start event',
    ],
    [
      'a sub-process that waits for an event',
      model(START, inside(`<bpmn:startEvent id="a">${anyError}</bpmn:startEvent>`)),
      'element a, line 4: <bpmn:errorEventDefinition> cannot stand at the start of a sub-process',
    ],
    [
      'an event sub-process that waits for nothing',
      model(START, onEvent('sub', '<bpmn:startEvent id="a" />')),
      'element a, line 4: The start event of an event sub-process must say what it waits for',
    ],
    [
      'an event sub-process with two starts',
      model(
        START,
        onEvent(
          'sub',
          `<bpmn:startEvent id="a">${anyError}</bpmn:startEvent><bpmn:startEvent id="b" />`,
        ),
      ),
      'element b, line 4: The event sub-process has another start event',
    ],
    [
      'an event sub-process with a flow',
      model(
        START,
        onEvent('sub', `<bpmn:startEvent id="a">${anyError}</bpmn:startEvent>`),
        flow('f', 'start', 'sub'),
      ),
      'element sub, line 4: An event sub-process has no flows',
    ],
    [
      'an error that does not interrupt',
      model(
        START,
        onEvent(
          'sub',
          `<bpmn:startEvent id="a" isInterrupting="false">${anyError}</bpmn:startEvent>`,
        ),
      ),
      'element a, line 4: An event that catches an error must be interrupting',
    ],
    [
      'two event sub-processes for every error',
      model(
        START,
        ...['a', 'b'].map((id) =>
          onEvent(
            `on_${id}`,
            `<bpmn:startEvent id="${id}">${anyError.replace('any', id + '_error')}</bpmn:startEvent>`,
          ),
        ),
      ),
      'element b, line 5: Another event sub-process of the scope catches every error too',
    ],
    [
      'a process that starts by an error',
      model(START, `<bpmn:startEvent id="a">${anyError}</bpmn:startEvent>`),
      'element a, line 4: <bpmn:errorEventDefinition> cannot stand at the start of a process',
    ],
    [
      'an end event that throws no error',
      model(START, `<bpmn:endEvent id="a">${anyError}</bpmn:endEvent>`),
      'element a, line 4: The event throws no error',
    ],
  ])('%s', async (_, xml, expected) => {
    const found = await refusals(xml)
    expect(found).toEqual([expect.stringContaining(expected)])
    expect(found[0]).toMatch(/^BPMN_INVALID /)
  })
})
