import {
  catchEvent,
  definitions,
  element,
  end,
  event,
  eventSubProcess,
  ioMapping,
  message,
  messageDefinition,
  namedProcess,
  parallelGateway,
  path,
  process,
  signal,
  signalDefinition,
  start,
  type Mappings,
} from '../model.ts'
import type { Scenario } from '../scenario.ts'
import { activate, broadcast, complete, create, resolve, setVariables } from '../step.ts'

const sending = (
  kind: 'intermediateThrowEvent' | 'endEvent',
  id: string,
  mappings: Mappings,
): string =>
  element(
    kind,
    `id="${id}"`,
    `<zeebe:taskDefinition type="work" />${ioMapping(mappings)}`,
    messageDefinition('Paid'),
  )

const mapped = { inputs: { sum: '=a + 1' }, outputs: { result: '=sent' } }
const paid = message('Paid', 'paid', '=key')
const alarm = signalDefinition('Alarm')
const signals = signal('Alarm', 'alarm') + signal('Named', '=name')

const listener = namedProcess(
  'listener',
  event('startEvent', 'heard', alarm) + end('heard_end') + path('heard', 'heard_end'),
)

export const sentMessage: readonly Scenario[] = [
  {
    name: 'is a job of an intermediate event and of an end event',
    model: definitions(
      process(
        start() +
          sending('intermediateThrowEvent', 'throw', mapped) +
          sending('endEvent', 'end', mapped),
        path('start', 'throw', 'end'),
      ),
      paid,
    ),
    steps: [
      create({ a: 1 }),
      activate(),
      complete('throw', { sent: 'once' }),
      activate(),
      complete('end', { sent: 'twice' }),
    ],
    expected: {
      states: ['COMPLETED'],
      path: ['start', 'throw', 'end'],
      variables: {
        process: { a: 1, result: 'twice' },
        throw: { sum: 2, sent: 'once' },
        end: { sum: 2, sent: 'twice' },
      },
    },
  },
  {
    name: 'needs a job',
    model: definitions(
      process(
        start() +
          event('intermediateThrowEvent', 'throw', messageDefinition('Paid')) +
          path('start', 'throw'),
      ),
      paid,
    ),
    steps: [],
    expected: 'refused',
  },
]

export const thrownSignal: readonly Scenario[] = [
  {
    name: 'is broadcast by an intermediate event with its own variables',
    model: definitions(
      process(
        start() +
          event('intermediateThrowEvent', 'throw', alarm, {
            inputs: { level: '=a' },
            outputs: { b: '=level' },
          }),
        end() + path('start', 'throw', 'end'),
      ),
      listener + signals,
    ),
    steps: [create({ a: 1 })],
    expected: {
      states: ['COMPLETED', 'COMPLETED'],
      variables: {
        process: { a: 1, b: 1 },
        throw: { level: 1 },
        heard: { level: 1 },
        listener: { level: 1 },
      },
    },
  },
  {
    name: 'is broadcast by an end event without variables',
    model: definitions(
      process(start() + event('endEvent', 'throw', alarm) + path('start', 'throw')),
      listener + signals,
    ),
    steps: [create({ a: 1 })],
    expected: { states: ['COMPLETED', 'COMPLETED'], variables: { process: { a: 1 } } },
  },
  {
    name: 'is caught by its own instance, if that waits by then',
    model: definitions(
      process(
        start() + parallelGateway('fork') + event('intermediateThrowEvent', 'throw', alarm),
        catchEvent('catch', alarm) + end() + path('start', 'fork', 'catch', 'end'),
        path('fork', 'throw', 'end'),
      ),
      signals,
    ),
    steps: [create()],
    expected: { states: ['COMPLETED'] },
  },
  {
    name: 'is not caught behind it',
    model: definitions(
      process(
        start() +
          event('intermediateThrowEvent', 'throw', alarm) +
          catchEvent('catch', alarm) +
          end(),
        path('start', 'throw', 'catch', 'end'),
      ),
      signals,
    ),
    steps: [create(), broadcast('alarm')],
    expected: { states: ['COMPLETED'], path: ['start', 'throw', 'catch', 'end'] },
  },
  {
    name: 'may interrupt what throws it',
    model: definitions(
      process(
        start() +
          event('intermediateThrowEvent', 'throw', alarm) +
          end() +
          path('start', 'throw', 'end'),
        eventSubProcess('sub', alarm),
      ),
      signals,
    ),
    steps: [create()],
    expected: { states: ['COMPLETED'], path: ['start', 'throw', 'sub', 'sub_start', 'sub_end'] },
  },
  {
    name: 'waits with an incident for its name',
    model: definitions(
      process(
        start() + event('intermediateThrowEvent', 'throw', signalDefinition('Named')) + end(),
        path('start', 'throw', 'end'),
      ),
      listener + signals,
    ),
    steps: [create(), setVariables('process', { name: 'alarm' }), resolve('throw')],
    expected: { states: ['COMPLETED', 'COMPLETED'] },
  },
]

export const caughtSignal: readonly Scenario[] = [
  {
    name: 'is waited for by name and passes on its variables',
    model: definitions(
      process(
        start() +
          catchEvent('catch', signalDefinition('Named')) +
          end() +
          path('start', 'catch', 'end'),
      ),
      signals,
    ),
    steps: [
      create(),
      setVariables('process', { name: 'alarm' }),
      resolve('catch'),
      broadcast('other'),
      broadcast('alarm', { level: 1 }),
    ],
    expected: { states: ['COMPLETED'], variables: { process: { name: 'alarm', level: 1 } } },
  },
  {
    name: 'reaches all instances, and is not kept',
    model: definitions(
      process(start() + catchEvent('catch', alarm) + path('start', 'catch')),
      signals,
    ),
    steps: [create(), create(), broadcast('alarm'), create()],
    expected: { states: ['COMPLETED', 'COMPLETED', 'ACTIVE'] },
  },
]
