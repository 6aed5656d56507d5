import {
  definitions,
  element,
  end,
  eventSubProcess,
  message,
  messageDefinition,
  path,
  process,
  serviceTask,
  signal,
  signalDefinition,
  start,
} from '../model.ts'
import type { Scenario } from '../scenario.ts'
import { broadcast, cancel, complete, create, publish, resolve, setVariables } from '../step.ts'

type Options = Parameters<typeof eventSubProcess>[2]

const roots = message('Paid', 'paid', '=key') + signal('Alarm', 'alarm')

const around = (definition: string, options: Options = {}): string =>
  definitions(
    process(
      start() + serviceTask('task') + end() + path('start', 'task', 'end'),
      eventSubProcess('sub', definition, options),
    ),
    roots,
  )

const inSubProcess = (definition: string, options: Options = {}): string =>
  definitions(
    process(
      start() + end() + path('start', 'scope', 'end'),
      element(
        'subProcess',
        'id="scope"',
        '',
        start('inner') +
          serviceTask('task') +
          path('inner', 'task') +
          eventSubProcess('sub', definition, options),
      ),
    ),
    roots,
  )

const paid = messageDefinition('Paid')
const alarm = signalDefinition('Alarm')
const happened = ['sub', 'sub_start', 'sub_end']

export const eventSubProcesses: readonly Scenario[] = [
  {
    name: 'starts with a message and ends what else goes on',
    model: around(paid),
    steps: [create({ key: 'a' }), publish('paid', 'a', { variables: { sum: 1 } })],
    expected: {
      states: ['COMPLETED'],
      path: ['start', 'task', ...happened],
      variables: { process: { key: 'a', sum: 1 } },
    },
  },
  {
    name: 'starts with a message as often as it comes',
    model: around(paid, { isInterrupting: false }),
    steps: [create({ key: 'a' }), publish('paid', 'a'), publish('paid', 'a'), complete('task')],
    expected: { states: ['COMPLETED'], path: ['start', 'task', ...happened, ...happened, 'end'] },
  },
  {
    name: 'starts with a message that is kept',
    model: around(paid),
    steps: [publish('paid', 'a', { timeToLiveMs: 1_000 }), create({ key: 'a' })],
    expected: { states: ['COMPLETED'] },
  },
  {
    name: 'keeps the start event of the process waiting with a wrong key',
    model: around(paid),
    steps: [
      create(),
      publish('paid', 'a'),
      setVariables('process', { key: 'a' }),
      resolve('start'),
      publish('paid', 'a'),
    ],
    expected: { states: ['COMPLETED'], path: ['start', 'task', ...happened] },
  },
  {
    name: 'has an incident at the start event that ends with the instance',
    model: around(paid),
    steps: [create(), cancel()],
    expected: { states: ['TERMINATED'], path: ['start'], incidents: [] },
  },
  {
    name: 'keeps the start event of a sub-process waiting with a wrong key',
    model: inSubProcess(paid, { isInterrupting: false }),
    steps: [
      create(),
      setVariables('process', { key: 'a' }),
      resolve('inner'),
      publish('paid', 'a'),
      complete('task'),
    ],
    expected: {
      states: ['COMPLETED'],
      path: ['start', 'scope', 'inner', 'task', ...happened, 'end'],
    },
  },
  {
    name: 'waits no longer than its sub-process',
    model: inSubProcess(paid),
    steps: [create({ key: 'a' }), complete('task'), publish('paid', 'a')],
    expected: { states: ['COMPLETED'], path: ['start', 'scope', 'inner', 'task', 'end'] },
  },
  {
    name: 'starts with a signal and ends what else goes on',
    model: around(alarm),
    steps: [create(), broadcast('alarm', { level: 1 })],
    expected: { states: ['COMPLETED'], path: ['start', 'task', ...happened] },
  },
  {
    name: 'starts with a signal as often as it comes',
    model: around(alarm, { isInterrupting: false }),
    steps: [
      create(),
      broadcast('alarm', { level: 1 }),
      broadcast('alarm', { level: 2 }),
      complete('task'),
    ],
    expected: {
      states: ['COMPLETED'],
      variables: { process: { level: 2 } },
    },
  },
  {
    name: 'may not wait for the message of another one',
    model: definitions(
      process(
        start() + end() + path('start', 'end'),
        eventSubProcess('a', paid) + eventSubProcess('b', paid),
      ),
      roots,
    ),
    steps: [],
    expected: 'refused',
  },
]
