import {
  element,
  end,
  flow,
  ioMapping,
  model,
  path,
  serviceTask,
  start,
  timer as definition,
  type Mappings,
  type ServiceTask,
  type Time,
} from '../model.ts'
import type { Scenario } from '../scenario.ts'
import { advance, complete, create, fail, resolve, setVariables } from '../step.ts'

interface TimerEvent extends Mappings {
  readonly at?: string
  readonly goesOn?: boolean
}

const event = (id: string, time: Time, { at, goesOn, ...mappings }: TimerEvent = {}): string =>
  element(
    'boundaryEvent',
    `id="${id}" attachedToRef="${at ?? 'task'}" cancelActivity="${goesOn !== true}"`,
    ioMapping(mappings),
    definition(id, time),
  ) +
  end(`${id}_end`) +
  flow(id, `${id}_end`)

/** start → task → end, with events at the task. */
const bounded = (events: string, task: ServiceTask = {}): string =>
  model(start() + serviceTask('task', task) + end() + path('start', 'task', 'end'), events)

const beside = { goesOn: true }

const cycles: readonly string[] = [
  ...['R3/PT10S', 'R/PT1H', 'R0/PT10S', 'R-1/PT1H', '=cycle(3, duration("PT10S"))'],
  ...['R2/2030-01-01T00:00:00Z/P1D', '@hourly', '0 0 9-17/2 * * MON-FRI', '0 0 0 L * ?'],
  ...['0 0 9 ? * MON#1', '*/10 * * * * *', '0 0 9 LW 1,JUL *'],
]

const noCycles: readonly string[] = [
  ...['', 'PT10S', 'R3', 'r3/PT10S', 'R3/10s', '0 0 9 * *', '0 0 9 * * MON 2030', '@reboot'],
  ...['60 0 9 * * *', '0 0 9 32 * *', '0 0 9 * * MONDAY', '50-10 * * * * *', '*/0 * * * * *'],
]

export const timer: readonly Scenario[] = [
  {
    name: 'ends its task',
    model: bounded(event('late', { duration: 'PT10S' })),
    steps: [create(), advance('PT8S'), advance('PT3S'), complete('task')],
    expected: {
      states: ['COMPLETED'],
      path: ['start', 'task', 'late', 'late_end'],
      refusals: ['completeJob NOT_FOUND'],
    },
  },
  {
    name: 'ends its task at a date',
    model: bounded(event('late', { date: '=now() + duration("PT10S")' })),
    steps: [create(), advance('PT8S'), advance('PT3S')],
    expected: { states: ['COMPLETED'], path: ['start', 'task', 'late', 'late_end'] },
  },
  {
    name: 'is over when its task completes',
    model: bounded(event('late', { duration: 'PT10S' })),
    steps: [create(), complete('task'), advance('PT11S')],
    expected: { states: ['COMPLETED'], path: ['start', 'task', 'end'] },
  },
  {
    name: 'lets its task go on',
    model: bounded(event('late', { duration: 'PT10S' }, beside)),
    steps: [create(), advance('PT11S'), advance('PT11S'), complete('task')],
    expected: { states: ['COMPLETED'], path: ['start', 'task', 'late', 'late_end', 'end'] },
  },
  {
    name: 'happens as often as its cycle says',
    model: bounded(event('late', { cycle: 'R2/PT10S' }, beside)),
    steps: [create(), advance('PT11S'), advance('PT10S'), advance('PT10S')],
    expected: {
      states: ['ACTIVE'],
      path: ['start', 'task', 'late', 'late_end', 'late', 'late_end'],
    },
  },
  {
    name: 'happens until its task completes',
    model: bounded(event('late', { cycle: '=every' }, beside)),
    steps: [
      create({ every: 'R/PT10S' }),
      advance('PT11S'),
      advance('PT10S'),
      complete('task'),
      advance('PT10S'),
    ],
    expected: {
      states: ['COMPLETED'],
      path: ['start', 'task', 'late', 'late_end', 'late', 'late_end', 'end'],
    },
  },
  ...cycles.map((cycle): Scenario => ({
    name: `may have the cycle ${cycle}`,
    model: bounded(event('late', { cycle }, beside)),
    steps: [],
    expected: 'deployed',
  })),
  ...noCycles.map((cycle): Scenario => ({
    name: `has no cycle ${cycle}`,
    model: bounded(event('late', { cycle }, beside)),
    steps: [],
    expected: 'refused',
  })),
  {
    name: 'has no cycle when it ends its task',
    model: bounded(event('late', { cycle: 'R3/PT10S' })),
    steps: [],
    expected: 'refused',
  },
  {
    name: 'has no cycle that never comes',
    model: bounded(event('late', { cycle: '0 0 0 30 2 *' }, beside)),
    steps: [],
    expected: 'refused',
  },
  {
    name: 'has no cycle without a pause',
    model: bounded(event('late', { cycle: 'R/PT0S' }, beside)),
    steps: [],
    expected: 'refused',
  },
  ...['=missing', '=5', '="soon"', '=duration("PT10S")'].map((cycle): Scenario => ({
    name: `keeps its task from starting with the cycle ${cycle}`,
    model: bounded(event('late', { cycle }, beside)),
    steps: [create()],
    expected: { incidents: ['EXTRACT_VALUE_ERROR at task'], jobs: [] },
  })),
  {
    name: 'lets its task start when the incident is resolved',
    model: bounded(event('late', { duration: '=limit' })),
    steps: [
      create(),
      setVariables('process', { limit: 'PT10S' }),
      resolve('task'),
      advance('PT11S'),
    ],
    expected: { states: ['COMPLETED'], path: ['start', 'task', 'late', 'late_end'] },
  },
  {
    name: 'keeps the cycle that it began with',
    model: bounded(event('late', { cycle: '=every' }, beside)),
    steps: [
      create({ every: 'R3/PT10S' }),
      setVariables('process', { every: 'R3/PT1M' }),
      advance('PT11S'),
      advance('PT10S'),
    ],
    expected: { path: ['start', 'task', 'late', 'late_end', 'late', 'late_end'] },
  },
  {
    name: 'sees the inputs of its task',
    model: bounded(event('late', { duration: '=limit' }), { inputs: { limit: '="PT10S"' } }),
    steps: [create({ limit: 'PT1S' }), advance('PT8S'), advance('PT3S')],
    expected: { states: ['COMPLETED'] },
  },
  {
    name: 'maps its outputs',
    model: bounded(event('late', { duration: 'PT10S' }, { outputs: { seen: '=a' } }), {
      inputs: { a: '="inner"' },
    }),
    steps: [create({ a: 'outer' }), advance('PT11S')],
    expected: { variables: { process: { a: 'outer', seen: 'outer' }, task: { a: 'inner' } } },
  },
  {
    name: 'ends its task while that has an incident',
    model: bounded(event('late', { duration: 'PT10S' })),
    steps: [create(), fail('task', { retries: 0 }), advance('PT11S')],
    expected: { states: ['COMPLETED'], incidents: [] },
  },
  {
    name: 'does not end a task that waits to complete',
    model: bounded(event('late', { duration: 'PT10S' }), {
      outputs: { checked: '=assert(given, given != null)' },
    }),
    steps: [
      create(),
      complete('task'),
      advance('PT11S'),
      setVariables('process', { given: 1 }),
      resolve('task'),
    ],
    expected: { states: ['COMPLETED'], path: ['start', 'task', 'end'] },
  },
  {
    name: 'comes before another that is due later',
    model: bounded(
      event('first', { duration: 'PT10S' }, beside) +
        event('second', { duration: 'PT20S' }) +
        event('third', { duration: 'PT30S' }),
    ),
    steps: [create(), advance('PT11S'), advance('PT10S'), advance('PT10S')],
    expected: { path: ['start', 'task', 'first', 'first_end', 'second', 'second_end'] },
  },
]
