import {
  boundaryErrorEvent,
  end,
  errorEndEvent,
  model,
  parallelGateway,
  path,
  serviceTask,
  start,
  subProcess,
} from '../model.ts'
import type { Scenario } from '../scenario.ts'
import { create, resolve } from '../step.ts'

export const error: readonly Scenario[] = [
  {
    name: 'goes on where its error is caught, and ends all that is in between',
    model: model(
      start(),
      subProcess('sub', [
        start('in'),
        parallelGateway('fork'),
        serviceTask('task'),
        errorEndEvent('throw', 'GONE'),
        path('in', 'fork', 'throw'),
        path('fork', 'task'),
      ]),
      end('caught_end'),
      boundaryErrorEvent('caught', { at: 'sub', error: 'GONE', to: 'caught_end' }),
      path('start', 'sub'),
    ),
    steps: [create({ a: 1 })],
    expected: { states: ['COMPLETED'], variables: { process: { a: 1 } } },
  },
  {
    name: 'raises an incident when nothing catches its error, also after a resolution',
    model: model(start(), errorEndEvent('throw', 'GONE'), path('start', 'throw')),
    steps: [create(), resolve('throw')],
    expected: { states: ['ACTIVE'], incidents: ['UNHANDLED_ERROR_EVENT at throw'] },
  },
]
