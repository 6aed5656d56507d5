import {
  catchEvent,
  definitions,
  end,
  message,
  messageDefinition,
  model,
  parallelGateway,
  path,
  process,
  start,
  type Mappings,
} from '../model.ts'
import type { Scenario } from '../scenario.ts'
import { advance, cancel, correlate, create, publish, resolve, setVariables } from '../step.ts'

/** start → catch → end, with the message `paid` and the key in the variable `key`. */
const waiting = ({ name = 'paid', key = '=key' } = {}, mappings: Mappings = {}): string =>
  definitions(
    process(
      start() + catchEvent('catch', messageDefinition('Paid'), mappings) + end(),
      path('start', 'catch', 'end'),
    ),
    message('Paid', name, key),
  )

/** Its event has a definition that is given. */
const caught = (definition: string, ...roots: readonly string[]): string =>
  definitions(
    process(start() + catchEvent('catch', definition) + end() + path('start', 'catch', 'end')),
    ...roots,
  )

const kept = { timeToLiveMs: 10_000 }
const done = { states: ['COMPLETED'], path: ['start', 'catch', 'end'] }
const open = { states: ['ACTIVE'], path: ['start', 'catch'] }

export const caughtMessage: readonly Scenario[] = [
  {
    name: 'waits for its name and correlation key',
    model: waiting(),
    steps: [
      create({ key: 'a' }),
      publish('paid', 'b'),
      publish('other', 'a'),
      publish('paid', 'a'),
    ],
    expected: done,
  },
  {
    name: 'passes on the variables of the message',
    model: waiting(),
    steps: [create({ key: 'a', sum: 1 }), publish('paid', 'a', { variables: { sum: 2, tip: 3 } })],
    expected: { ...done, variables: { process: { key: 'a', sum: 2, tip: 3 } } },
  },
  {
    name: 'passes on its outputs only',
    model: waiting({}, { outputs: { total: '=sum + 1' } }),
    steps: [create({ key: 'a' }), publish('paid', 'a', { variables: { sum: 2 } })],
    expected: { ...done, variables: { process: { key: 'a', total: 3 }, catch: { sum: 2 } } },
  },
  {
    name: 'sees its inputs in its key',
    model: waiting({}, { inputs: { key: '="inner"' } }),
    steps: [create({ key: 'outer' }), publish('paid', 'outer'), publish('paid', 'inner')],
    expected: done,
  },
  {
    name: 'takes a number as key',
    model: waiting(),
    steps: [create({ key: 1 }), publish('paid', '1')],
    expected: done,
  },
  {
    name: 'takes the whole part of a number as key',
    model: waiting(),
    steps: [create({ key: -1.5 }), publish('paid', '-1.5'), publish('paid', '-1')],
    expected: done,
  },
  {
    name: 'takes an empty key',
    model: waiting(),
    steps: [create({ key: '' }), publish('paid', '')],
    expected: done,
  },
  ...[null, true, [], {}].map((key) => ({
    name: `waits with an incident for the key ${JSON.stringify(key)}`,
    model: waiting(),
    steps: [
      create({ key }),
      setVariables('process', { key: 'a' }),
      publish('paid', 'a'),
      resolve('catch'),
      publish('paid', 'a'),
    ],
    expected: done,
  })),
  {
    name: 'stays in its incident while the key is wrong',
    model: waiting(),
    steps: [create(), resolve('catch')],
    expected: { ...open, incidents: ['EXTRACT_VALUE_ERROR at catch'] },
  },
  {
    name: 'has an incident that ends with its instance',
    model: waiting(),
    steps: [create(), cancel()],
    expected: { states: ['TERMINATED'], incidents: [] },
  },
  {
    name: 'has an expression as name',
    model: waiting({ name: '="pa" + rest' }),
    steps: [create({ key: 'a', rest: 'id' }), publish('paid', 'a')],
    expected: done,
  },
  {
    name: 'waits with an incident for a name that is no text',
    model: waiting({ name: '=name' }),
    steps: [
      create({ key: 'a', name: 1 }),
      setVariables('process', { name: 'paid' }),
      resolve('catch'),
      publish('paid', 'a'),
    ],
    expected: done,
  },
  {
    name: 'raises an incident where an output cannot be mapped',
    model: waiting({}, { outputs: { total: '=assert(sum, sum != null)' } }),
    steps: [
      create({ key: 'a' }),
      publish('paid', 'a'),
      setVariables('process', { sum: 1 }),
      resolve('catch'),
    ],
    expected: { ...done, variables: { process: { key: 'a', sum: 1, total: 1 } } },
  },
  {
    name: 'does not get what came too early',
    model: waiting(),
    steps: [publish('paid', 'a'), create({ key: 'a' })],
    expected: open,
  },
  {
    name: 'gets what is kept, oldest first and each once',
    model: waiting(),
    steps: [
      publish('paid', 'a', { variables: { sum: 1 }, ...kept }),
      publish('paid', 'b', { variables: { sum: 0 }, ...kept }),
      publish('paid', 'a', { variables: { sum: 2 }, ...kept }),
      create({ key: 'a' }),
      create({ key: 'a' }),
      create({ key: 'a' }),
    ],
    expected: {
      states: ['COMPLETED', 'COMPLETED', 'ACTIVE'],
      variables: {
        process: { key: 'a', sum: 1 },
        'process#2': { key: 'a', sum: 2 },
        'process#3': { key: 'a' },
      },
    },
  },
  {
    name: 'does not get what is not kept any more',
    model: waiting(),
    steps: [publish('paid', 'a', kept), advance('PT10S'), create({ key: 'a' })],
    expected: open,
  },
  {
    name: 'leaves a message to the instance that waits for the longest time',
    model: waiting(),
    steps: [
      create({ key: 'a' }),
      create({ key: 'a' }),
      publish('paid', 'a', kept),
      create({ key: 'a' }),
    ],
    expected: { states: ['COMPLETED', 'ACTIVE', 'ACTIVE'] },
  },
  {
    name: 'shares a message with no other event of its instance',
    model: definitions(
      process(
        start() + parallelGateway('fork') + end() + path('start', 'fork', 'a', 'end'),
        catchEvent('a', messageDefinition('Paid')) + catchEvent('b', messageDefinition('Paid')),
        path('fork', 'b', 'end'),
      ),
      message('Paid', 'paid', '=key'),
    ),
    steps: [create({ key: 'k' }), publish('paid', 'k', kept), publish('paid', 'k')],
    expected: { states: ['COMPLETED'] },
  },
  {
    name: 'shares a message with other processes',
    model: definitions(
      process(start() + catchEvent('catch', messageDefinition('Paid')) + path('start', 'catch')),
      `<bpmn:process id="second" isExecutable="true">${start('s2')}${catchEvent('c2', messageDefinition('Paid'))}${path('s2', 'c2')}</bpmn:process>`,
      message('Paid', 'paid', '=key'),
    ),
    steps: [create({ key: 'k' }), create({ key: 'k' }, 'second'), publish('paid', 'k')],
    expected: { states: ['COMPLETED', 'COMPLETED'] },
  },
  {
    name: 'gets a message that another process has had already',
    model: definitions(
      process(start() + catchEvent('catch', messageDefinition('Paid')) + path('start', 'catch')),
      `<bpmn:process id="second" isExecutable="true">${start('s2')}${catchEvent('c2', messageDefinition('Paid'))}${path('s2', 'c2')}</bpmn:process>`,
      message('Paid', 'paid', '=key'),
    ),
    steps: [create({ key: 'k' }), publish('paid', 'k', kept), create({ key: 'k' }, 'second')],
    expected: { states: ['COMPLETED', 'COMPLETED'] },
  },
  {
    name: 'gets a correlated message',
    model: waiting(),
    steps: [create({ key: 'a' }), correlate('paid', 'a', { sum: 1 }), correlate('paid', 'a')],
    expected: { ...done, refusals: ['correlateMessage NOT_FOUND'] },
  },
  {
    name: 'gets a message with an id once while it is kept, also when it was correlated',
    model: waiting(),
    steps: [
      publish('paid', 'a', { messageId: '1', ...kept }),
      publish('paid', 'a', { messageId: '1' }),
      publish('paid', 'b', { messageId: '1', ...kept }),
      create({ key: 'a' }),
      publish('paid', 'a', { messageId: '1', ...kept }),
    ],
    expected: {
      ...done,
      refusals: ['publishMessage ALREADY_EXISTS', 'publishMessage ALREADY_EXISTS'],
    },
  },
  {
    name: 'gets messages with an id again that were not kept',
    model: waiting(),
    steps: [
      publish('paid', 'a', { messageId: '1' }),
      publish('paid', 'a', { messageId: '1' }),
      publish('paid', 'a', kept),
      publish('paid', 'a', kept),
    ],
    expected: { refusals: [] },
  },
  {
    name: 'stops waiting with its instance',
    model: waiting(),
    steps: [create({ key: 'a' }), cancel(), correlate('paid', 'a')],
    expected: { states: ['TERMINATED'], refusals: ['correlateMessage NOT_FOUND'] },
  },
  {
    name: 'needs a message',
    model: caught('<bpmn:messageEventDefinition id="definition" />'),
    steps: [],
    expected: 'refused',
  },
  {
    name: 'needs a correlation key',
    model: caught(messageDefinition('Paid'), message('Paid', 'paid')),
    steps: [],
    expected: 'refused',
  },
  {
    name: 'needs an expression as correlation key',
    model: caught(messageDefinition('Paid'), message('Paid', 'paid', 'key')),
    steps: [],
    expected: 'refused',
  },
  {
    name: 'needs a name of the message',
    model: caught(messageDefinition('Paid'), message('Paid', '', '=key')),
    steps: [],
    expected: 'refused',
  },
  {
    name: 'needs a definition',
    model: model(start() + catchEvent('catch', '') + end() + path('start', 'catch', 'end')),
    steps: [],
    expected: 'refused',
  },
]
