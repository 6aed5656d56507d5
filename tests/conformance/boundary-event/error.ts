import {
  boundaryErrorEvent,
  end,
  model,
  path,
  serviceTask,
  start,
  type BoundaryErrorEvent,
  type ServiceTask,
} from '../model.ts'
import type { Scenario } from '../scenario.ts'
import { complete, create, fail, resolve, throwError } from '../step.ts'

/** A task with error events that lead to ends of their own. */
const caught = (
  events: Readonly<Record<string, Omit<BoundaryErrorEvent, 'at' | 'to'>>>,
  task: ServiceTask = {},
): string =>
  model(
    start() + serviceTask('task', task) + end() + path('start', 'task', 'end'),
    ...Object.entries(events).map(
      ([id, event]) =>
        end(`${id}_end`) + boundaryErrorEvent(id, { at: 'task', to: `${id}_end`, ...event }),
    ),
  )

export const error: readonly Scenario[] = [
  {
    name: 'catches the error with its code',
    model: caught({ gone: { error: 'GONE' }, lost: { error: 'LOST' } }),
    steps: [create(), throwError('task', 'LOST')],
    expected: { states: ['COMPLETED'], path: ['start', 'task', 'lost', 'lost_end'] },
  },
  {
    name: 'catches every error without a code',
    model: caught({ any: {} }),
    steps: [create(), throwError('task', 'GONE')],
    expected: { states: ['COMPLETED'], path: ['start', 'task', 'any', 'any_end'] },
  },
  {
    name: 'catches an error without a code when it catches every one',
    model: caught({ any: {} }),
    steps: [create(), throwError('task', '')],
    expected: { states: ['COMPLETED'], path: ['start', 'task', 'any', 'any_end'] },
  },
  {
    name: 'leaves an error to the one with its code',
    model: caught({ any: {}, gone: { error: 'GONE' } }),
    steps: [create(), throwError('task', 'GONE'), create(), throwError('task', 'OTHER')],
    expected: {
      path: ['start', 'task', 'gone', 'gone_end', 'start', 'task', 'any', 'any_end'],
    },
  },
  {
    name: 'does not catch an error with another code',
    model: caught({ gone: { error: 'GONE' } }),
    steps: [create(), throwError('task', 'gone'), resolve('task'), throwError('task', 'GONE')],
    expected: { states: ['COMPLETED'], path: ['start', 'task', 'gone', 'gone_end'], incidents: [] },
  },
  {
    name: 'keeps the variables of the error to itself without output mappings',
    model: caught({ gone: { error: 'GONE' } }),
    steps: [create({ a: 1 }), throwError('task', 'GONE', { a: 2, b: 3 })],
    expected: { variables: { process: { a: 1 }, gone: { a: 2, b: 3 } } },
  },
  {
    name: 'maps the variables of the error',
    model: caught({ gone: { error: 'GONE', outputs: { reason: '=b', 'deep.er': '=a' } } }),
    steps: [create({ a: 1 }), throwError('task', 'GONE', { a: 2, b: 3 })],
    expected: {
      variables: { process: { a: 1, reason: 3, deep: { er: 2 } }, gone: { a: 2, b: 3 } },
    },
  },
  {
    name: 'waits with an incident where an output cannot be mapped',
    model: caught({ gone: { error: 'GONE', outputs: { reason: '=assert(b, b != null)' } } }),
    steps: [create(), throwError('task', 'GONE'), resolve('gone')],
    expected: { states: ['ACTIVE'], incidents: ['IO_MAPPING_ERROR at gone'] },
  },
  {
    name: 'ends its task without the outputs of that',
    model: caught({ gone: { error: 'GONE' } }, { inputs: { a: '=1' }, outputs: { b: '=a' } }),
    steps: [create(), throwError('task', 'GONE'), complete('task')],
    expected: {
      variables: { task: { a: 1 } },
      refusals: ['completeJob NOT_FOUND'],
    },
  },
  {
    name: 'does not see the inputs of its task',
    model: caught(
      { gone: { error: 'GONE', outputs: { seen: '=a' } } },
      { inputs: { a: '="inner"' } },
    ),
    steps: [create({ a: 'outer' }), throwError('task', 'GONE')],
    expected: { variables: { process: { a: 'outer', seen: 'outer' }, task: { a: 'inner' } } },
  },
  {
    name: 'does not happen when its task completes',
    model: caught({ gone: { error: 'GONE' } }),
    steps: [create(), complete('task')],
    expected: { states: ['COMPLETED'], path: ['start', 'task', 'end'] },
  },
  {
    name: 'is not asked while its task has no retries left',
    model: caught({ gone: { error: 'GONE' } }),
    steps: [create(), fail('task', { retries: 0 }), throwError('task', 'GONE')],
    expected: { incidents: ['JOB_NO_RETRIES at task'], refusals: ['throwError INVALID_STATE'] },
  },
  {
    name: 'leads back to its task',
    model: model(
      start() + serviceTask('task') + end() + path('start', 'task', 'end'),
      boundaryErrorEvent('gone', { at: 'task', error: 'GONE', to: 'task' }),
    ),
    steps: [create(), throwError('task', 'GONE'), complete('task')],
    expected: { states: ['COMPLETED'], path: ['start', 'task', 'gone', 'task', 'end'] },
  },
  {
    name: 'sends a token on each of its flows',
    model: model(
      start() + serviceTask('task') + end() + path('start', 'task', 'end'),
      boundaryErrorEvent('gone', { at: 'task', to: 'a' }),
      end('a') + end('b') + path('gone', 'b'),
    ),
    steps: [create(), throwError('task', 'GONE')],
    expected: { states: ['COMPLETED'], path: ['start', 'task', 'gone', 'b', 'a'] },
  },
]
