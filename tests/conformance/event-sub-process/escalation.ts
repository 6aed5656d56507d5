import {
  end,
  endByEscalation,
  boundaryEscalationEvent,
  model,
  onEscalation,
  parallelGateway,
  path,
  serviceTask,
  start,
  subProcess,
  throwEscalation,
} from '../model.ts'
import type { Scenario } from '../scenario.ts'
import { complete, create } from '../step.ts'

const thrower =
  start() +
  throwEscalation('throw', { escalation: 'LATE' }) +
  serviceTask('task') +
  path('start', 'throw', 'task')

const handling = (id: string): string =>
  serviceTask(`${id}_task`) + path(`${id}_start`, `${id}_task`)

const late = { escalation: 'LATE' }
const going = { escalation: 'LATE', isInterrupting: false }

export const escalation: readonly Scenario[] = [
  {
    name: 'ends what else goes on in its scope',
    model: model(
      start() + parallelGateway('fork') + serviceTask('a') + path('start', 'fork', 'a'),
      throwEscalation('throw', late) + path('fork', 'throw'),
      onEscalation('on', late, handling('on')),
    ),
    steps: [create(), complete('on_task', { done: true })],
    expected: { states: ['COMPLETED'], variables: { process: { done: true } } },
  },
  {
    name: 'lets all else go on without interrupting',
    model: model(thrower, onEscalation('on', going, handling('on'))),
    steps: [create(), complete('on_task'), complete('task')],
    expected: {
      states: ['COMPLETED'],
      path: ['start', 'throw', 'on', 'on_start', 'task', 'on_task'],
    },
  },
  {
    name: 'catches what an end event throws',
    model: model(
      start() + endByEscalation('throw', late) + path('start', 'throw'),
      onEscalation('on', going, handling('on')),
    ),
    steps: [create(), complete('on_task')],
    expected: { states: ['COMPLETED'] },
  },
  {
    name: 'maps the outputs of its start',
    model: model(
      thrower,
      onEscalation('on', { ...going, outputs: { a: '=x', b: '=1' } }, handling('on')),
    ),
    steps: [create({ x: 3 })],
    expected: { variables: { process: { a: 3, b: 1, x: 3 } } },
  },
  {
    name: 'catches its code before one that catches every code',
    model: model(
      thrower,
      onEscalation('all', {}, handling('all')),
      onEscalation('on', late, handling('on')),
    ),
    steps: [create()],
    expected: { jobs: ['work at on_task, 3 retries'] },
  },
  {
    name: 'goes on where it throws what its interrupted scope has caught',
    model: model(
      thrower,
      onEscalation(
        'on',
        late,
        throwEscalation('again', late) + end() + path('on_start', 'again', 'end'),
      ),
    ),
    steps: [create()],
    expected: { states: ['COMPLETED'] },
  },
  {
    name: 'leaves another code to the boundary event of its interrupted scope',
    model: model(
      start('outer') + end() + path('outer', 'sub', 'end'),
      subProcess('sub', [
        thrower,
        onEscalation(
          'on',
          late,
          throwEscalation('other', { escalation: 'DEAR' }) + path('on_start', 'other'),
        ),
      ]),
      end('caught') +
        boundaryEscalationEvent('at', { at: 'sub', to: 'caught', escalation: 'DEAR' }),
    ),
    steps: [create()],
    expected: {
      states: ['COMPLETED'],
      path: ['outer', 'sub', 'start', 'throw', 'on', 'on_start', 'other', 'at', 'caught'],
    },
  },
  {
    name: 'is refused twice for a code',
    model: model(
      thrower,
      onEscalation('a', late, handling('a')),
      onEscalation('b', going, handling('b')),
    ),
    steps: [],
    expected: 'refused',
  },
]
