import { expect, it } from 'vitest'
import { definitions, flow, task } from '../test-model.ts'
import { refusals } from '../test-refusals.ts'

const catching = (id: string, signal = id): string =>
  `<bpmn:intermediateCatchEvent id="${id}"><bpmn:signalEventDefinition id="${id}_signal" signalRef="signal_${signal}" /></bpmn:intermediateCatchEvent>`

/** Start, gateway `wait`, and the content. */
const model = (...content: readonly string[]): string =>
  definitions(
    '<bpmn:process id="process" isExecutable="true">',
    `<bpmn:startEvent id="start" /><bpmn:eventBasedGateway id="wait" />${flow('in', 'start', 'wait')}`,
    ...content,
    '</bpmn:process><bpmn:signal id="signal_a" name="a" /><bpmn:signal id="signal_b" name="b" />',
  )

it('an event-based gateway leads to catch events', async () => {
  const xml = model(catching('a'), catching('b'), flow('f', 'wait', 'a'), flow('g', 'wait', 'b'))

  expect(await refusals(xml)).toEqual([])
})

it.each([
  ['to one event only', [catching('a'), flow('f', 'wait', 'a')], 'at least 2 events'],
  [
    'to a task',
    [catching('a'), task('b'), flow('f', 'wait', 'a'), flow('g', 'wait', 'b')],
    'leads to "b", which is no intermediate catch event',
  ],
  [
    'to an event to which another flow leads',
    [
      catching('a'),
      catching('b'),
      flow('f', 'wait', 'a'),
      flow('g', 'wait', 'b'),
      flow('h', 'start', 'a'),
    ],
    'no flow may lead here',
  ],
  [
    'to two events that wait for the same',
    [catching('a'), catching('b', 'a'), flow('f', 'wait', 'a'), flow('g', 'wait', 'b')],
    'Another event behind the gateway catches the signal "a"',
  ],
])('an event-based gateway does not lead %s', async (_, content, expected) => {
  expect(await refusals(model(...content))).toEqual([expect.stringContaining(expected)])
})
