import {
  catchEvent,
  definitions,
  end,
  message,
  messageDefinition,
  path,
  process,
  serviceTask,
  signal,
  signalDefinition,
  start,
  type Mappings,
} from '../model.ts'
import type { Scenario } from '../scenario.ts'
import { broadcast, cancel, create, publish, resolve, setVariables } from '../step.ts'

const roots = message('Paid', 'paid', '=key') + signal('Alarm', 'alarm')
const paid = messageDefinition('Paid')
const alarm = signalDefinition('Alarm')

/** start → gateway → a message or a signal, each with an end of its own. */
const choice = (mappings: Mappings = {}): string =>
  definitions(
    process(
      start() + '<bpmn:eventBasedGateway id="wait" />' + end('a_end') + end('b_end'),
      catchEvent('a', paid, mappings) + catchEvent('b', alarm),
      path('start', 'wait', 'a', 'a_end') + path('wait', 'b', 'b_end'),
    ),
    roots,
  )

const leadingTo = (...content: readonly string[]): string =>
  definitions(
    process(start() + '<bpmn:eventBasedGateway id="wait" />' + path('start', 'wait'), ...content),
    roots,
  )

const a = { states: ['COMPLETED'], path: ['start', 'wait', 'a', 'a_end'] }
const b = { states: ['COMPLETED'], path: ['start', 'wait', 'b', 'b_end'] }

export const eventBasedGateway: readonly Scenario[] = [
  {
    name: 'goes on at the message that comes first',
    model: choice(),
    steps: [
      create({ key: 'k' }),
      publish('paid', 'k', { variables: { sum: 1 } }),
      broadcast('alarm'),
    ],
    expected: { ...a, variables: { process: { key: 'k', sum: 1 }, a: { sum: 1 } } },
  },
  {
    name: 'goes on at the signal that comes first',
    model: choice(),
    steps: [create({ key: 'k' }), broadcast('alarm', { level: 1 }), publish('paid', 'k')],
    expected: { ...b, variables: { process: { key: 'k', level: 1 }, b: { level: 1 } } },
  },
  {
    name: 'goes on at a message that is kept',
    model: choice(),
    steps: [publish('paid', 'k', { timeToLiveMs: 1_000 }), create({ key: 'k' })],
    expected: a,
  },
  {
    name: 'applies the outputs of the event, but not its inputs',
    model: choice({ inputs: { key: '="inner"' }, outputs: { total: '=sum' } }),
    steps: [create({ key: 'k' }), publish('paid', 'k', { variables: { sum: 1 } })],
    expected: { ...a, variables: { process: { key: 'k', total: 1 }, a: { sum: 1 } } },
  },
  {
    name: 'raises an incident at the event where an output cannot be mapped',
    model: choice({ outputs: { total: '=assert(sum, sum != null)' } }),
    steps: [
      create({ key: 'k' }),
      publish('paid', 'k'),
      setVariables('process', { sum: 1 }),
      resolve('a'),
    ],
    expected: a,
  },
  {
    name: 'waits with an incident where an event cannot say what it waits for',
    model: choice(),
    steps: [
      create(),
      broadcast('alarm'),
      setVariables('process', { key: 'k' }),
      resolve('wait'),
      publish('paid', 'k'),
    ],
    expected: a,
  },
  {
    name: 'stops waiting with its instance',
    model: choice(),
    steps: [create({ key: 'k' }), cancel(), publish('paid', 'k'), broadcast('alarm')],
    expected: { states: ['TERMINATED'], path: ['start', 'wait'] },
  },
  {
    name: 'leads to two events at least',
    model: leadingTo(catchEvent('a', paid) + path('wait', 'a')),
    steps: [],
    expected: 'refused',
  },
  {
    name: 'leads to no task',
    model: leadingTo(
      catchEvent('a', paid) + serviceTask('b') + path('wait', 'a') + path('wait', 'b'),
    ),
    steps: [],
    expected: 'refused',
  },
  {
    name: 'leads to no receive task',
    model: leadingTo(
      catchEvent('a', alarm) + '<bpmn:receiveTask id="b" messageRef="Paid" />',
      path('wait', 'a') + path('wait', 'b'),
    ),
    steps: [],
    expected: 'refused',
  },
  {
    name: 'leads to no two events of the same message',
    model: leadingTo(
      catchEvent('a', paid) + catchEvent('b', paid) + path('wait', 'a') + path('wait', 'b'),
    ),
    steps: [],
    expected: 'refused',
  },
  {
    name: 'leads to no event that another flow leads to',
    model: leadingTo(
      catchEvent('a', paid) + catchEvent('b', alarm) + path('wait', 'a') + path('wait', 'b', 'a'),
    ),
    steps: [],
    expected: 'refused',
  },
]
