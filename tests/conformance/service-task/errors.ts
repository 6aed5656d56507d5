import { oneTask } from '../model.ts'
import type { Scenario } from '../scenario.ts'
import { activate, complete, create, fail, resolve, throwError, updateRetries } from '../step.ts'

export const errors: readonly Scenario[] = [
  {
    name: 'raises an incident when nothing catches its error',
    model: oneTask(),
    steps: [create(), throwError('task', 'GONE', { a: 1 })],
    expected: { states: ['ACTIVE'], incidents: ['UNHANDLED_ERROR_EVENT at task'] },
  },
  {
    name: 'is handed out again when the incident of its error is resolved',
    model: oneTask(),
    steps: [
      create(),
      activate(),
      throwError('task', 'GONE'),
      activate(),
      resolve('task'),
      activate(),
      complete('task'),
    ],
    expected: { states: ['COMPLETED'], incidents: [] },
  },
  {
    name: 'cannot complete while nothing has caught its error',
    model: oneTask(),
    steps: [create(), throwError('task', 'GONE'), complete('task')],
    expected: { states: ['ACTIVE'], refusals: ['completeJob INVALID_STATE'] },
  },
  {
    name: 'cannot fail while nothing has caught its error',
    model: oneTask(),
    steps: [create(), throwError('task', 'GONE'), fail('task', { retries: 1 })],
    expected: { states: ['ACTIVE'], refusals: ['failJob INVALID_STATE'] },
  },
  {
    name: 'cannot throw while it has no retries left',
    model: oneTask(),
    steps: [create(), fail('task', { retries: 0 }), throwError('task', 'GONE')],
    expected: { incidents: ['JOB_NO_RETRIES at task'], refusals: ['throwError INVALID_STATE'] },
  },
  {
    name: 'gets the retries that it is given while nothing has caught its error',
    model: oneTask(),
    steps: [
      create(),
      throwError('task', 'GONE'),
      updateRetries('task', 5),
      resolve('task'),
      complete('task'),
    ],
    expected: { states: ['COMPLETED'] },
  },
  {
    name: 'throws an error without a code',
    model: oneTask(),
    steps: [create(), throwError('task', '')],
    expected: { incidents: ['UNHANDLED_ERROR_EVENT at task'] },
  },
]
