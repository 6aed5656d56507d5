import { end, model, oneTask, path, start } from '../model.ts'
import type { Scenario } from '../scenario.ts'
import { cancel, complete, create, fail, resolve } from '../step.ts'

export const instances: readonly Scenario[] = [
  {
    name: 'runs from its start to its end, and keeps its variables',
    model: model(start(), end(), path('start', 'end')),
    steps: [create({ text: 'a', whole: 1, fraction: 0.5, list: [true, null], object: { a: {} } })],
    expected: {
      states: ['COMPLETED'],
      path: ['start', 'end'],
      variables: {
        process: { text: 'a', whole: 1, fraction: 0.5, list: [true, null], object: { a: {} } },
      },
    },
  },
  {
    name: 'ends where no flow leads on',
    model: model(start()),
    steps: [create()],
    expected: { states: ['COMPLETED'], path: ['start'] },
  },
  {
    name: 'is not created of what was not deployed',
    model: model(start()),
    steps: [create({}, 'other')],
    expected: { states: [], refusals: ['create NOT_FOUND'] },
  },
  {
    name: 'keeps its variables apart from those of another instance',
    model: oneTask(),
    steps: [create({ a: 1 }), create({ a: 2 }), complete('task', { b: 1 }), complete('task')],
    expected: {
      states: ['COMPLETED', 'COMPLETED'],
      variables: { process: { a: 1, b: 1 }, 'process#2': { a: 2 } },
    },
  },
  {
    name: 'ends with its element and job when it is cancelled',
    model: oneTask({ inputs: { a: '=1' } }),
    steps: [create(), cancel(), complete('task'), cancel()],
    expected: {
      states: ['TERMINATED'],
      path: ['start', 'task'],
      jobs: [],
      refusals: ['completeJob NOT_FOUND', 'cancel NOT_FOUND'],
    },
  },
  {
    name: 'resolves its incidents when it is cancelled',
    model: oneTask(),
    steps: [create(), fail('task', { retries: 0 }), cancel(), resolve('task')],
    expected: { states: ['TERMINATED'], incidents: [], refusals: ['resolveIncident NOT_FOUND'] },
  },
  {
    name: 'cannot be cancelled when it has completed',
    model: model(start()),
    steps: [create(), cancel()],
    expected: { states: ['COMPLETED'], refusals: ['cancel NOT_FOUND'] },
  },
]
