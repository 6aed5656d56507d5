import {
  boundaryEscalationEvent,
  end,
  model,
  path,
  serviceTask,
  start,
  subProcess,
  throwEscalation,
} from '../model.ts'
import type { Scenario } from '../scenario.ts'
import { complete, create } from '../step.ts'

const thrower =
  start('in') +
  throwEscalation('throw', { escalation: 'LATE' }) +
  serviceTask('task') +
  path('in', 'throw', 'task')

const around = start() + end() + path('start', 'sub', 'end') + end('a') + end('b')

const withEvents = (...events: readonly string[]): string =>
  model(around, subProcess('sub', [thrower]), ...events)

const at = (
  to: string,
  options: { readonly escalation?: string; readonly isInterrupting?: boolean },
): string => boundaryEscalationEvent(`at_${to}`, { at: 'sub', to, ...options })

const before = ['start', 'sub', 'in', 'throw'] as const

const refused = (name: string, xml: string): Scenario => ({
  name: `is refused ${name}`,
  model: xml,
  steps: [],
  expected: 'refused',
})

export const escalation: readonly Scenario[] = [
  {
    name: 'catches every code without one',
    model: withEvents(at('a', {})),
    steps: [create()],
    expected: { path: [...before, 'at_a', 'a'] },
  },
  {
    name: 'does not catch another code',
    model: withEvents(at('a', { escalation: 'DEAR' })),
    steps: [create()],
    expected: { jobs: ['work at task, 3 retries'] },
  },
  {
    name: 'catches its code before one that catches every code',
    model: withEvents(at('a', {}), at('b', { escalation: 'LATE' })),
    steps: [create()],
    expected: { path: [...before, 'at_b', 'b'] },
  },
  {
    name: 'catches what comes from further inside, and ends all of it',
    model: model(
      around,
      subProcess('sub', [start('out') + subProcess('inner', [thrower]) + path('out', 'inner')]),
      at('a', { escalation: 'LATE' }),
    ),
    steps: [create()],
    expected: { path: ['start', 'sub', 'out', 'inner', 'in', 'throw', 'at_a', 'a'] },
  },
  {
    name: 'catches every code further inside before the code outside',
    model: model(
      around,
      subProcess('sub', [
        start('out') + subProcess('inner', [thrower]) + path('out', 'inner') + end('c'),
        boundaryEscalationEvent('at_c', { at: 'inner', to: 'c', isInterrupting: false }),
      ]),
      at('a', { escalation: 'LATE' }),
    ),
    steps: [create()],
    expected: { path: ['start', 'sub', 'out', 'inner', 'in', 'throw', 'at_c', 'c', 'task'] },
  },
  {
    name: 'catches again and again without interrupting',
    model: model(
      around,
      subProcess('sub', [
        start('in') + serviceTask('task') + path('in', 'throw', 'again', 'task'),
        throwEscalation('throw', { escalation: 'LATE' }),
        throwEscalation('again', { escalation: 'LATE' }),
      ]),
      at('a', { escalation: 'LATE', isInterrupting: false }),
    ),
    steps: [create(), complete('task')],
    expected: { path: [...before, 'at_a', 'a', 'again', 'at_a', 'a', 'task', 'end'] },
  },
  refused(
    'twice for a code',
    withEvents(
      at('a', { escalation: 'LATE' }),
      at('b', { escalation: 'LATE', isInterrupting: false }),
    ),
  ),
  refused('twice for every code', withEvents(at('a', {}), at('b', {}))),
  refused('with a computed code', withEvents(at('a', { escalation: 'COMPUTED' }))),
  refused('of an unknown escalation', withEvents(at('a', { escalation: 'OTHER' }))),
  refused(
    'of an escalation without a code',
    withEvents(at('a', { escalation: 'DEAR' })).replace(' escalationCode="DEAR"', ''),
  ),
  refused(
    'at a task',
    model(
      start() + serviceTask('sub') + path('start', 'sub') + end('a'),
      at('a', { escalation: 'LATE' }),
    ),
  ),
]
