import {
  boundaryEvent,
  definitions,
  element,
  end,
  ioMapping,
  message,
  messageDefinition,
  path,
  process,
  start,
  type Mappings,
} from '../model.ts'
import type { Scenario } from '../scenario.ts'
import { create, publish, resolve, setVariables } from '../step.ts'

const receiving = (mappings: Mappings = {}, ...content: readonly string[]): string =>
  definitions(
    process(
      start() + element('receiveTask', 'id="task" messageRef="Paid"', ioMapping(mappings)) + end(),
      path('start', 'task', 'end'),
      ...content,
    ),
    message('Paid', 'paid', '=key'),
    message('Late', 'late', '=other'),
  )

export const receiveTask: readonly Scenario[] = [
  {
    name: 'waits for its message and passes on the variables',
    model: receiving(),
    steps: [create({ key: 'a' }), publish('paid', 'a', { variables: { sum: 1 } })],
    expected: { states: ['COMPLETED'], variables: { process: { key: 'a', sum: 1 } } },
  },
  {
    name: 'sees its inputs in its key, and keeps variables of their names',
    model: receiving({ inputs: { key: '="inner"' } }),
    steps: [create({ key: 'outer' }), publish('paid', 'inner', { variables: { key: 'b', c: 1 } })],
    expected: {
      states: ['COMPLETED'],
      variables: { process: { key: 'outer', c: 1 }, task: { key: 'b' } },
    },
  },
  {
    name: 'passes on its outputs only',
    model: receiving({ outputs: { total: '=sum + 1' } }),
    steps: [create({ key: 'a' }), publish('paid', 'a', { variables: { sum: 1 } })],
    expected: { variables: { process: { key: 'a', total: 2 }, task: { sum: 1 } } },
  },
  {
    name: 'gets a message that is kept',
    model: receiving(),
    steps: [publish('paid', 'a', { timeToLiveMs: 1_000 }), create({ key: 'a' })],
    expected: { states: ['COMPLETED'] },
  },
  {
    name: 'waits with an incident where its key or that of its boundary event is wrong',
    model: receiving({}, boundaryEvent('late', 'task', messageDefinition('Late'))),
    steps: [
      create({}),
      setVariables('process', { key: 'a' }),
      resolve('task'),
      setVariables('process', { other: 'b' }),
      resolve('task'),
      publish('late', 'b'),
    ],
    expected: { states: ['COMPLETED'], path: ['start', 'task', 'late', 'late_end'] },
  },
  {
    name: 'waits for a message for each item of a list',
    model: definitions(
      process(
        start() + end() + path('start', 'task', 'end'),
        element(
          'receiveTask',
          'id="task" messageRef="Paid"',
          '',
          '<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements>' +
            '<zeebe:loopCharacteristics inputCollection="=keys" inputElement="key" />' +
            '</bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>',
        ),
        boundaryEvent('late', 'task', messageDefinition('Late')),
      ),
      message('Paid', 'paid', '=key'),
      message('Late', 'late', '=other'),
    ),
    steps: [create({ keys: ['a', 'b'], other: 'c' }), publish('paid', 'b'), publish('paid', 'a')],
    expected: { states: ['COMPLETED'] },
  },
  {
    name: 'may not wait for the message of its boundary event',
    model: receiving({}, boundaryEvent('again', 'task', messageDefinition('Paid'))),
    steps: [],
    expected: 'refused',
  },
]
