import {
  boundaryEvent,
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
  type ServiceTask,
} from '../model.ts'
import type { Scenario } from '../scenario.ts'
import { broadcast, complete, create, publish, resolve, setVariables } from '../step.ts'

const attached = (
  definition: string,
  options: Mappings & { readonly isInterrupting?: boolean } = {},
  task: ServiceTask = {},
): string =>
  definitions(
    process(
      start() + serviceTask('task', task) + end() + path('start', 'task', 'end'),
      boundaryEvent('event', 'task', definition, options),
    ),
    message('Paid', 'paid', '=key'),
    signal('Alarm', 'alarm'),
  )

const paid = messageDefinition('Paid')
const alarm = signalDefinition('Alarm')

export const boundaryMessage: readonly Scenario[] = [
  {
    name: 'ends its task and passes on the variables of the message',
    model: attached(paid),
    steps: [create({ key: 'a' }), publish('paid', 'a', { variables: { sum: 1 } })],
    expected: {
      states: ['COMPLETED'],
      path: ['start', 'task', 'event', 'event_end'],
      variables: { process: { key: 'a', sum: 1 }, event: { sum: 1 } },
    },
  },
  {
    name: 'lets its task go on, and comes again, where it does not interrupt',
    model: attached(paid, { isInterrupting: false }),
    steps: [create({ key: 'a' }), publish('paid', 'a'), publish('paid', 'a'), complete('task')],
    expected: {
      states: ['COMPLETED'],
      path: ['start', 'task', 'event', 'event_end', 'event', 'event_end', 'end'],
    },
  },
  {
    name: 'does not see the inputs of its task',
    model: attached(paid, {}, { inputs: { key: '="inner"' } }),
    steps: [create({ key: 'outer' }), publish('paid', 'inner'), publish('paid', 'outer')],
    expected: { states: ['COMPLETED'], path: ['start', 'task', 'event', 'event_end'] },
  },
  {
    name: 'passes on its outputs only',
    model: attached(paid, { outputs: { total: '=sum + 1' } }),
    steps: [create({ key: 'a' }), publish('paid', 'a', { variables: { sum: 1 } })],
    expected: { variables: { process: { key: 'a', total: 2 }, event: { sum: 1 } } },
  },
  {
    name: 'gets a message that is kept',
    model: attached(paid),
    steps: [publish('paid', 'a', { timeToLiveMs: 1_000 }), create({ key: 'a' })],
    expected: { states: ['COMPLETED'], path: ['start', 'task', 'event', 'event_end'] },
  },
  {
    name: 'gets each message that is kept once',
    model: attached(paid, { isInterrupting: false }),
    steps: [
      publish('paid', 'a', { timeToLiveMs: 1_000 }),
      publish('paid', 'a', { timeToLiveMs: 1_000 }),
      create({ key: 'a' }),
    ],
    expected: { states: ['ACTIVE'] },
  },
  {
    name: 'keeps its task from its start with a wrong key',
    model: attached(paid),
    steps: [
      create(),
      complete('task'),
      setVariables('process', { key: 'a' }),
      resolve('task'),
      complete('task'),
    ],
    expected: { states: ['COMPLETED'], refusals: ['completeJob NOT_FOUND'] },
  },
  {
    name: 'does not happen after its task',
    model: attached(paid),
    steps: [create({ key: 'a' }), complete('task'), publish('paid', 'a')],
    expected: { states: ['COMPLETED'], path: ['start', 'task', 'end'] },
  },
]

export const boundarySignal: readonly Scenario[] = [
  {
    name: 'ends its task and passes on the variables of the signal',
    model: attached(alarm),
    steps: [create(), create(), broadcast('other'), broadcast('alarm', { level: 1 })],
    expected: { states: ['COMPLETED', 'COMPLETED'] },
  },
  {
    name: 'lets its task go on, and comes again, where it does not interrupt',
    model: attached(alarm, { isInterrupting: false, outputs: { seen: '=level' } }),
    steps: [
      create(),
      broadcast('alarm', { level: 1 }),
      broadcast('alarm', { level: 2 }),
      complete('task'),
    ],
    expected: {
      states: ['COMPLETED'],
      path: ['start', 'task', 'event', 'event_end', 'event', 'event_end', 'end'],
      variables: { process: { seen: 2 }, event: { level: 1 }, 'event#2': { level: 2 } },
    },
  },
]
