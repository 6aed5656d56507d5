import {
  boundaryEscalationEvent,
  end,
  endByEscalation,
  model,
  path,
  serviceTask,
  start,
  subProcess,
  throwEscalation,
} from '../model.ts'
import type { Scenario } from '../scenario.ts'
import { complete, create, resolve, setVariables } from '../step.ts'

const caught = (throwing: string, options: { readonly isInterrupting?: boolean } = {}): string =>
  model(
    start() + end() + path('start', 'sub', 'end'),
    subProcess('sub', [start('in') + throwing + path('in', 'throw')]),
    end('caught'),
    boundaryEscalationEvent('at', { at: 'sub', to: 'caught', escalation: 'LATE', ...options }),
  )

const goesOn = (...escalation: Parameters<typeof throwEscalation>): string =>
  throwEscalation(...escalation) + serviceTask('task') + path('throw', 'task')

export const thrown: readonly Scenario[] = [
  {
    name: 'goes on where nothing catches it, with its outputs',
    model: model(
      start() +
        throwEscalation('throw', { escalation: 'LATE', inputs: { a: '=1' }, outputs: { b: '=a' } }),
      end() + path('start', 'throw', 'end'),
    ),
    steps: [create()],
    expected: { states: ['COMPLETED'], variables: { process: { b: null } } },
  },
  {
    name: 'ends its sub-process where that catches it',
    model: caught(goesOn('throw', { escalation: 'LATE', outputs: { b: '=1' } })),
    steps: [create()],
    expected: { path: ['start', 'sub', 'in', 'throw', 'at', 'caught'], variables: {} },
  },
  {
    name: 'goes on where it is caught without interrupting',
    model: caught(goesOn('throw', { escalation: 'LATE' }), { isInterrupting: false }),
    steps: [create(), complete('task')],
    expected: {
      states: ['COMPLETED'],
      path: ['start', 'sub', 'in', 'throw', 'at', 'caught', 'task', 'end'],
    },
  },
  {
    name: 'computes its code',
    model: caught(goesOn('throw', { escalation: 'COMPUTED' })),
    steps: [create({ code: 'LATE' })],
    expected: { path: ['start', 'sub', 'in', 'throw', 'at', 'caught'] },
  },
  ...[1, null].map((code): Scenario => ({
    name: `raises an incident with the code ${code}, and throws when that is resolved`,
    model: caught(goesOn('throw', { escalation: 'COMPUTED' })),
    steps: [create({ code }), setVariables('process', { code: 'LATE' }), resolve('throw')],
    expected: { states: ['COMPLETED'] },
  })),
  {
    name: 'is refused without an escalation',
    model: caught(goesOn('throw', {})),
    steps: [],
    expected: 'refused',
  },
  {
    name: 'is refused with an unknown escalation',
    model: caught(goesOn('throw', { escalation: 'OTHER' })),
    steps: [],
    expected: 'refused',
  },
]

export const thrownAtTheEnd: readonly Scenario[] = [
  {
    name: 'ends where nothing catches it, with its outputs',
    model: model(
      start() + path('start', 'throw'),
      endByEscalation('throw', { escalation: 'LATE', inputs: { a: '=1' }, outputs: { b: '=a' } }),
    ),
    steps: [create()],
    expected: { states: ['COMPLETED'], variables: { process: { b: null } } },
  },
  {
    name: 'ends its sub-process where that catches it',
    model: caught(endByEscalation('throw', { escalation: 'LATE' })),
    steps: [create()],
    expected: { path: ['start', 'sub', 'in', 'throw', 'at', 'caught'] },
  },
  {
    name: 'lets its sub-process complete where it is caught without interrupting',
    model: caught(endByEscalation('throw', { escalation: 'LATE' }), { isInterrupting: false }),
    steps: [create()],
    expected: { path: ['start', 'sub', 'in', 'throw', 'at', 'caught', 'end'] },
  },
  {
    name: 'is refused without an escalation',
    model: caught(endByEscalation('throw', {})),
    steps: [],
    expected: 'refused',
  },
]
