import {
  element,
  end,
  flow,
  ioMapping,
  model,
  parallelGateway,
  path,
  serviceTask,
  start,
  subProcess,
} from '../model.ts'
import type { Scenario } from '../scenario.ts'
import { create } from '../step.ts'

const link = (kind: string, id: string, name: string): string =>
  element(
    kind,
    `id="${id}"`,
    ioMapping({ inputs: { a: '=1' }, outputs: { [id]: '=a' } }),
    `<bpmn:linkEventDefinition id="${id}_link" name="${name}" />`,
  )

const throws = (id: string, name = 'L'): string => link('intermediateThrowEvent', id, name)
const catches = (id: string, name = 'L'): string => link('intermediateCatchEvent', id, name)

const from = start() + path('start', 'from')
const to = end() + path('to', 'end')

const refused = (name: string, ...elements: readonly string[]): Scenario => ({
  name: `is refused ${name}`,
  model: model(...elements),
  steps: [],
  expected: 'refused',
})

export const links: readonly Scenario[] = [
  {
    name: 'leads on where it is caught, and maps its outputs',
    model: model(from, throws('from'), catches('to'), to),
    steps: [create()],
    expected: {
      path: ['start', 'from', 'to', 'end'],
      variables: { process: { from: null, to: null } },
    },
  },
  {
    name: 'is caught for each that throws it',
    model: model(
      start() + parallelGateway('fork') + throws('a') + throws('b') + catches('to'),
      path('start', 'fork', 'a') + path('fork', 'b') + serviceTask('task') + path('to', 'task'),
    ),
    steps: [create()],
    expected: { jobs: ['work at task, 3 retries', 'work at task, 3 retries'] },
  },
  {
    name: 'leads nowhere else, whatever flow is drawn',
    model: model(from, throws('from'), catches('to'), to, end('other') + flow('from', 'other')),
    steps: [create()],
    expected: { path: ['start', 'from', 'to', 'end'] },
  },
  {
    name: 'leads on within a sub-process',
    model: model(
      start() + end() + path('start', 'sub', 'end'),
      subProcess('sub', [
        start('in') + throws('from') + catches('to') + end('out'),
        path('in', 'from') + path('to', 'out'),
      ]),
    ),
    steps: [create()],
    expected: { path: ['start', 'sub', 'in', 'from', 'to', 'out', 'end'] },
  },
  {
    name: 'need not be thrown',
    model: model(start() + catches('to') + to),
    steps: [create()],
    expected: { path: ['start'] },
  },
  refused('without one that catches it', from, throws('from')),
  refused('with two that catch it', from, throws('from'), catches('to'), to, catches('too')),
  refused('with another name', from, throws('from', 'other'), catches('to'), to),
  refused('without a name', from, throws('from', ''), catches('to', ''), to),
  refused(
    'into another scope',
    start() + path('start', 'sub') + catches('to') + to,
    subProcess('sub', [start('in') + throws('from') + path('in', 'from')]),
  ),
  refused(
    'with the name of one in another scope',
    from + throws('from') + catches('to') + to,
    subProcess('sub', [start('in') + throws('b') + catches('c') + path('in', 'b')]),
  ),
]
