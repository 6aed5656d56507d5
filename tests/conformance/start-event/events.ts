import {
  catchEvent,
  definitions,
  end,
  event,
  eventSubProcess,
  message,
  messageDefinition,
  namedProcess,
  path,
  process,
  serviceTask,
  signal,
  signalDefinition,
  start,
  type Mappings,
} from '../model.ts'
import type { Scenario } from '../scenario.ts'
import { broadcast, cancel, complete, correlate, create, publish, resolve } from '../step.ts'

const go = messageDefinition('Go')
const alarm = signalDefinition('Alarm')

const starting = (definition: string, mappings: Mappings = {}, name = 'go'): string =>
  definitions(
    process(
      event('startEvent', 'start', definition, mappings) + serviceTask('task') + end(),
      path('start', 'task', 'end'),
    ),
    message('Go', name) + signal('Alarm', 'alarm'),
  )

const kept = { timeToLiveMs: 60_000 }

export const startMessage: readonly Scenario[] = [
  {
    name: 'starts an instance with the variables of the message',
    model: starting(go),
    steps: [publish('go', '', { variables: { a: 1 } }), complete('task')],
    expected: {
      states: ['COMPLETED'],
      path: ['start', 'task', 'end'],
      variables: { process: { a: 1 }, start: { a: 1 } },
    },
  },
  {
    name: 'passes on its outputs only',
    model: starting(go, { outputs: { b: '=a + 1' } }),
    steps: [publish('go', '', { variables: { a: 1 } })],
    expected: { variables: { process: { b: 2 }, start: { a: 1 } } },
  },
  {
    name: 'raises an incident where an output cannot be mapped',
    model: starting(go, { outputs: { b: '=assert(a, a != null)' } }),
    steps: [publish('go', ''), resolve('start')],
    expected: { states: ['ACTIVE'], incidents: ['IO_MAPPING_ERROR at start'] },
  },
  {
    name: 'starts any number of instances without a key',
    model: starting(go),
    steps: [publish('go', ''), publish('go', '')],
    expected: { states: ['ACTIVE', 'ACTIVE'] },
  },
  {
    name: 'starts one instance at a time with a key',
    model: starting(go),
    steps: [publish('go', 'a'), publish('go', 'a'), publish('go', 'b')],
    expected: { states: ['ACTIVE', 'ACTIVE'] },
  },
  {
    name: 'starts the next instance with a key when the one before has completed',
    model: starting(go),
    steps: [
      publish('go', 'a', { variables: { n: 1 } }),
      publish('go', 'a', { variables: { n: 2 }, ...kept }),
      publish('go', 'a', { variables: { n: 3 }, ...kept }),
      complete('task'),
      complete('task'),
      complete('task'),
    ],
    expected: { states: ['COMPLETED', 'COMPLETED', 'COMPLETED'] },
  },
  {
    name: 'starts the next instance with a key when the one before is cancelled',
    model: starting(go),
    steps: [publish('go', 'a'), publish('go', 'a', kept), cancel()],
    expected: { states: ['TERMINATED', 'ACTIVE'] },
  },
  {
    name: 'is not started with a key by hand',
    model: starting(go),
    steps: [publish('go', 'a'), correlate('go', 'a'), correlate('go', 'b'), create()],
    expected: {
      states: ['ACTIVE', 'ACTIVE'],
      refusals: ['correlateMessage NOT_FOUND', 'create INVALID_STATE'],
    },
  },
  {
    name: 'leaves a message to what waits for it in its process',
    model: definitions(
      process(
        event('startEvent', 'start', go) + catchEvent('catch', go) + end(),
        path('start', 'catch', 'end'),
      ),
      message('Go', 'go', '=key'),
    ),
    steps: [
      publish('go', 'a', { variables: { key: 'a' }, ...kept }),
      publish('go', 'a', { variables: { key: 'a' }, ...kept }),
    ],
    expected: { states: ['COMPLETED'], path: ['start', 'catch', 'end'] },
  },
  {
    name: 'stands beside others, which share their keys',
    model: definitions(
      process(
        start('none') + serviceTask('task') + end() + path('none', 'task', 'end'),
        event('startEvent', 'a', go) + event('startEvent', 'b', messageDefinition('Run')),
        path('a', 'task') + path('b', 'task'),
      ),
      message('Go', 'go') + message('Run', '="r" + "un"'),
    ),
    steps: [publish('go', 'k'), publish('run', 'k', kept), create(), complete('task')],
    expected: { states: ['COMPLETED', 'ACTIVE', 'ACTIVE'] },
  },
  {
    name: 'has a name that is known without variables',
    model: starting(go, {}, '=name'),
    steps: [],
    expected: 'refused',
  },
  {
    name: 'has a name that is a text',
    model: starting(go, {}, '=1'),
    steps: [],
    expected: 'refused',
  },
  {
    name: 'may not wait for the message of another one',
    model: definitions(
      process(
        event('startEvent', 'a', go) + event('startEvent', 'b', messageDefinition('Same')) + end(),
        path('a', 'end') + path('b', 'end'),
      ),
      message('Go', 'go') + message('Same', 'go'),
    ),
    steps: [],
    expected: 'refused',
  },
]

export const startSignal: readonly Scenario[] = [
  {
    name: 'starts an instance with the variables of the signal',
    model: starting(alarm),
    steps: [broadcast('other'), broadcast('alarm', { level: 1 }), broadcast('alarm')],
    expected: {
      states: ['ACTIVE', 'ACTIVE'],
      variables: { process: { level: 1 }, start: { level: 1 } },
    },
  },
  {
    name: 'starts an instance of each process',
    model: definitions(
      process(event('startEvent', 'start', alarm) + serviceTask('task') + path('start', 'task')),
      namedProcess(
        'second',
        event('startEvent', 's2', alarm) + serviceTask('t2') + path('s2', 't2'),
      ),
      signal('Alarm', 'alarm'),
    ),
    steps: [broadcast('alarm')],
    expected: { states: ['ACTIVE', 'ACTIVE'] },
  },
  {
    name: 'may wait for the signal of an event sub-process',
    model: definitions(
      process(
        event('startEvent', 'start', alarm) + serviceTask('task') + path('start', 'task'),
        eventSubProcess('sub', alarm, { isInterrupting: false }),
      ),
      signal('Alarm', 'alarm'),
    ),
    steps: [broadcast('alarm'), broadcast('alarm')],
    expected: { states: ['ACTIVE', 'ACTIVE'] },
  },
]
