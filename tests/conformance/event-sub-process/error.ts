import {
  boundaryErrorEvent,
  end,
  errorEndEvent,
  errorSubProcess,
  model,
  parallelGateway,
  path,
  serviceTask,
  start,
  subProcess,
} from '../model.ts'
import type { Scenario } from '../scenario.ts'
import { cancel, complete, create, resolve, setVariables, throwError } from '../step.ts'

/** Two tasks side by side, and what handles an error. */
const handled = (
  error: string | undefined,
  outputs: Readonly<Record<string, string>> = {},
): string =>
  model(
    start(),
    parallelGateway('fork'),
    serviceTask('a'),
    serviceTask('b'),
    end(),
    path('start', 'fork', 'a', 'end'),
    path('fork', 'b', 'end'),
    errorSubProcess(
      'handler',
      error,
      [serviceTask('repair'), end('repaired'), path('handler_start', 'repair', 'repaired')],
      { ofStart: { outputs } },
    ),
  )

/** A handler of the sub-process's errors that throws one, under an event that catches all. */
const throwingHandler = (thrown: string): string =>
  model(
    start(),
    subProcess('sub', [
      start('in'),
      serviceTask('a'),
      path('in', 'a'),
      errorSubProcess('handler', 'GONE', [
        errorEndEvent('again', thrown),
        path('handler_start', 'again'),
      ]),
    ]),
    end('caught_end'),
    boundaryErrorEvent('caught', { at: 'sub', error: thrown, to: 'caught_end' }),
    path('start', 'sub'),
  )

/** A sub-process with a handler, and an event at it; each catches all without an error. */
const guarded = (handlerError: string | undefined, caught: string | undefined): string =>
  model(
    start(),
    subProcess('sub', [
      start('in'),
      serviceTask('a'),
      path('in', 'a'),
      errorSubProcess('handler', handlerError, [
        serviceTask('repair'),
        path('handler_start', 'repair'),
      ]),
    ]),
    serviceTask('outside'),
    boundaryErrorEvent('caught', {
      at: 'sub',
      ...(caught === undefined ? {} : { error: caught }),
      to: 'outside',
    }),
    path('start', 'sub'),
  )

export const error: readonly Scenario[] = [
  {
    name: 'ends all else in its scope, and passes on what the error brought',
    model: handled('GONE'),
    steps: [create({ x: 1 }), throwError('a', 'GONE', { why: 2 }), complete('repair', { y: 3 })],
    expected: { states: ['COMPLETED'], variables: { process: { x: 1, why: 2, y: 3 } } },
  },
  {
    name: 'has inputs, which do not see what the error brought',
    model: model(
      start(),
      serviceTask('a'),
      path('start', 'a'),
      errorSubProcess(
        'handler',
        undefined,
        [serviceTask('repair'), path('handler_start', 'repair')],
        { ofAll: { inputs: { seen: '=why', own: '=0' } } },
      ),
    ),
    steps: [create(), throwError('a', 'GONE', { why: 2, own: 3 }), complete('repair', { own: 4 })],
    expected: { states: ['COMPLETED'] },
  },
  {
    name: 'passes on only the outputs of its start event',
    model: handled('GONE', { reason: '=why' }),
    steps: [create(), throwError('a', 'GONE', { why: 2 }), complete('repair')],
    expected: { states: ['COMPLETED'], variables: { process: { reason: 2 } } },
  },
  {
    name: 'catches every error without a code',
    model: handled(undefined),
    steps: [create(), throwError('b', 'LOST'), complete('repair')],
    expected: { states: ['COMPLETED'] },
  },
  {
    name: 'does not catch another error',
    model: handled('GONE'),
    steps: [create(), throwError('b', 'LOST')],
    expected: { states: ['ACTIVE'], incidents: ['UNHANDLED_ERROR_EVENT at b'] },
  },
  {
    name: 'is cancelled with its instance',
    model: handled('GONE'),
    steps: [create(), throwError('a', 'GONE'), cancel()],
    expected: { states: ['TERMINATED'] },
  },
  {
    name: 'does not catch its own error',
    model: handled('GONE'),
    steps: [create(), throwError('a', 'GONE'), throwError('repair', 'GONE')],
    expected: { states: ['ACTIVE'], incidents: ['UNHANDLED_ERROR_EVENT at repair'] },
  },
  {
    name: 'keeps an error of its code from the scope around it',
    model: throwingHandler('GONE'),
    steps: [create(), throwError('a', 'GONE')],
    expected: { incidents: ['UNHANDLED_ERROR_EVENT at again'] },
  },
  {
    name: 'keeps every error from the event at its scope',
    model: throwingHandler('LOST'),
    steps: [create(), throwError('a', 'GONE')],
    expected: { incidents: ['UNHANDLED_ERROR_EVENT at again'] },
  },
  {
    name: 'goes before the event at its scope',
    model: guarded(undefined, undefined),
    steps: [create(), throwError('a', 'GONE'), complete('repair')],
    expected: { states: ['COMPLETED'] },
  },
  {
    name: 'is chosen after the event at its scope that has the code',
    model: guarded(undefined, 'GONE'),
    steps: [create(), throwError('a', 'GONE')],
    expected: { states: ['ACTIVE'] },
  },
  {
    name: 'may have a job whose error nothing catches',
    model: guarded('GONE', 'LOST'),
    steps: [create(), throwError('a', 'GONE'), throwError('repair', 'LOST', { x: 1 })],
    expected: { incidents: ['UNHANDLED_ERROR_EVENT at repair'] },
  },
  {
    name: 'raises an incident when its start cannot give its outputs',
    model: handled('GONE', { out: '=assert(ok, ok != null)' }),
    steps: [
      create(),
      throwError('a', 'GONE'),
      setVariables('process', { ok: 1 }),
      resolve('handler_start'),
      complete('repair'),
    ],
    expected: { states: ['COMPLETED'] },
  },
]
