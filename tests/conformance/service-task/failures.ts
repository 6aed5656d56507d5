import { oneTask } from '../model.ts'
import type { Scenario } from '../scenario.ts'
import { activate, advance, complete, create, fail, resolve, updateRetries } from '../step.ts'

export const failures: readonly Scenario[] = [
  {
    name: 'is handed out again when it failed with retries left',
    model: oneTask(),
    steps: [create(), activate(), fail('task', { retries: 2 }), activate(), complete('task')],
    expected: { states: ['COMPLETED'], incidents: [] },
  },
  {
    name: 'keeps the variables of a failure to itself',
    model: oneTask(),
    steps: [
      create({ a: 1 }),
      fail('task', { retries: 1, variables: { a: 2, b: 3 } }),
      activate(),
      complete('task', { c: 4 }),
    ],
    expected: { variables: { process: { a: 1, c: 4 }, task: { a: 2, b: 3 } } },
  },
  {
    name: 'completes with a variable that a failure has set before',
    model: oneTask(),
    steps: [
      create({ a: 1 }),
      fail('task', { retries: 1, variables: { a: 2 } }),
      complete('task', { a: 3 }),
    ],
    expected: { variables: { process: { a: 1 }, task: { a: 3 } } },
  },
  {
    name: 'raises an incident without retries left',
    model: oneTask(),
    steps: [create(), activate(), fail('task', { retries: 0 }), activate()],
    expected: { states: ['ACTIVE'], incidents: ['JOB_NO_RETRIES at task'] },
  },
  {
    name: 'cannot complete while it has no retries left',
    model: oneTask(),
    steps: [create(), fail('task', { retries: 0 }), complete('task')],
    expected: { states: ['ACTIVE'], refusals: ['completeJob INVALID_STATE'] },
  },
  {
    name: 'cannot fail while it has no retries left',
    model: oneTask(),
    steps: [create(), fail('task', { retries: 0 }), fail('task', { retries: 1 })],
    expected: { states: ['ACTIVE'], refusals: ['failJob INVALID_STATE'] },
  },
  {
    name: 'goes on when it got retries and its incident was resolved',
    model: oneTask(),
    steps: [
      create(),
      fail('task', { retries: 0 }),
      updateRetries('task', 2),
      activate(),
      resolve('task'),
      activate(),
      complete('task'),
    ],
    expected: { states: ['COMPLETED'], incidents: [] },
  },
  {
    name: 'keeps its incident when it has got no retries',
    model: oneTask(),
    steps: [create(), fail('task', { retries: 0 }), resolve('task')],
    expected: {
      incidents: ['JOB_NO_RETRIES at task'],
      refusals: ['resolveIncident INVALID_STATE'],
    },
  },
  {
    name: 'has as many retries as the failure says',
    model: oneTask(),
    steps: [create(), fail('task', { retries: 9 })],
    expected: { jobs: ['work at task, 9 retries'] },
  },
  {
    name: 'cannot be left without retries',
    model: oneTask(),
    steps: [create(), updateRetries('task', 0)],
    expected: { jobs: ['work at task, 3 retries'], refusals: ['updateRetries INVALID_ARGUMENT'] },
  },
  {
    name: 'is not handed out before its back-off has ended',
    model: oneTask(),
    steps: [create(), fail('task', { retries: 1, backOffMs: 60_000 }), activate()],
    expected: { jobs: ['work at task, 1 retries'], incidents: [] },
  },
  {
    name: 'cannot complete before its back-off has ended',
    model: oneTask(),
    steps: [create(), fail('task', { retries: 1, backOffMs: 60_000 }), complete('task')],
    expected: { states: ['ACTIVE'], refusals: ['completeJob INVALID_STATE'] },
  },
  {
    name: 'is handed out again after its back-off',
    model: oneTask(),
    steps: [
      create(),
      fail('task', { retries: 1, backOffMs: 60_000 }),
      advance('PT61S'),
      activate(),
      complete('task'),
    ],
    expected: { states: ['COMPLETED'] },
  },
  {
    name: 'is handed out again when its lease has ended',
    model: oneTask(),
    steps: [create(), activate(), advance('PT61S'), activate()],
    expected: { jobs: ['work at task, 3 retries'] },
  },
]
