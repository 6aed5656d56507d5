import { oneTask, type ServiceTask } from '../model.ts'
import type { Scenario } from '../scenario.ts'
import { activate, complete, create, resolve } from '../step.ts'

const unusableOptions: readonly (readonly [string, ServiceTask])[] = [
  ['a number as the type', { type: '=1' }],
  ['null as the type', { type: '=missing' }],
  ['an empty type', { type: '=""' }],
  ['a text as the retries', { retries: '="many"' }],
  ['null as the retries', { retries: '=missing' }],
]
const unusable = unusableOptions.map(([what, options]): Scenario => ({
  name: `raises an incident with ${what}`,
  model: oneTask(options),
  steps: [create(), resolve('task')],
  expected: { incidents: ['EXTRACT_VALUE_ERROR at task'], jobs: [] },
}))

export const jobs: readonly Scenario[] = [
  {
    name: 'waits for a worker',
    model: oneTask(),
    steps: [create()],
    expected: { states: ['ACTIVE'], path: ['start', 'task'], jobs: ['work at task, 3 retries'] },
  },
  {
    name: 'completes with the variables of its job',
    model: oneTask(),
    steps: [create({ a: 1 }), complete('task', { a: 2, b: { c: [] } })],
    expected: {
      states: ['COMPLETED'],
      path: ['start', 'task', 'end'],
      variables: { process: { a: 2, b: { c: [] } } },
    },
  },
  {
    name: 'cannot complete twice',
    model: oneTask(),
    steps: [create(), complete('task', { a: 1 }), complete('task', { a: 2 })],
    expected: {
      states: ['COMPLETED'],
      variables: { process: { a: 1 } },
      refusals: ['completeJob NOT_FOUND'],
    },
  },
  {
    name: 'shows a worker its headers, and all variables that it sees',
    model: oneTask({
      headers: { operation: 'do', empty: '' },
      inputs: { a: '="inner"', c: '=3' },
    }),
    steps: [create({ a: 'outer', b: 2 }), activate()],
    expected: { states: ['ACTIVE'] },
  },
  {
    name: 'is handed out once at a time',
    model: oneTask(),
    steps: [create(), activate(), activate()],
    expected: { jobs: ['work at task, 3 retries'] },
  },
  {
    name: 'computes the type and the retries of its job',
    model: oneTask({ type: '="do-" + kind', retries: '=limit + 1' }),
    steps: [create({ kind: 'it', limit: 4 })],
    expected: { jobs: ['do-it at task, 5 retries'] },
  },
  {
    name: 'reads retries that are written as a text',
    model: oneTask({ retries: '="7"' }),
    steps: [create()],
    expected: { jobs: ['work at task, 7 retries'] },
  },
  {
    name: 'sees its input mappings where it computes the type of its job',
    model: oneTask({ type: '=kind', retries: '=limit', inputs: { kind: '="a"', limit: '=2' } }),
    steps: [create({ kind: 'b' })],
    expected: { jobs: ['a at task, 2 retries'] },
  },
  {
    name: 'raises an incident with negative retries',
    model: oneTask({ retries: '=-1' }),
    steps: [create(), activate(), complete('task')],
    expected: { incidents: ['EXTRACT_VALUE_ERROR at task'] },
  },
  {
    name: 'is handed out although it has no retries from its start',
    model: oneTask({ retries: '=0' }),
    steps: [create(), activate(), complete('task')],
    expected: { states: ['COMPLETED'] },
  },
  ...unusable,
]
