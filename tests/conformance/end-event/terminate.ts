import {
  element,
  end,
  exclusiveGateway,
  ioMapping,
  model,
  parallelGateway,
  path,
  serviceTask,
  start,
  subProcess,
} from '../model.ts'
import type { Scenario } from '../scenario.ts'
import { complete, create, fail } from '../step.ts'

const terminate = (id: string): string =>
  element(
    'endEvent',
    `id="${id}"`,
    ioMapping({ outputs: { a: '=1' } }),
    `<bpmn:terminateEventDefinition id="${id}_terminate" />`,
  )

/** A task leads to the event, while another one waits. */
const twoTasks =
  parallelGateway('fork') +
  serviceTask('a') +
  serviceTask('b') +
  terminate('stop') +
  path('start', 'fork', 'a', 'stop') +
  path('fork', 'b')

export const terminates: readonly Scenario[] = [
  {
    name: 'ends all else in the process, which completes, and ignores its mappings',
    model: model(start() + twoTasks),
    steps: [create(), complete('a', { r: 1 })],
    expected: { states: ['COMPLETED'], jobs: [], variables: { process: { r: 1 } } },
  },
  {
    name: 'resolves the incidents of what it ends',
    model: model(start() + twoTasks),
    steps: [create(), fail('b', { retries: 0 }), complete('a')],
    expected: { states: ['COMPLETED'], incidents: [] },
  },
  {
    name: 'ends all else in its sub-process only',
    model: model(
      start('outer') + end() + path('outer', 'sub', 'end'),
      subProcess('sub', [start() + twoTasks]),
    ),
    steps: [create(), complete('a')],
    expected: { path: ['outer', 'sub', 'start', 'fork', 'b', 'a', 'stop', 'end'] },
  },
  {
    name: 'ends tokens that are on their way',
    model: model(
      start() + parallelGateway('fork') + exclusiveGateway('x') + exclusiveGateway('y'),
      terminate('stop') + serviceTask('a') + path('start', 'fork', 'stop'),
      path('fork', 'x', 'y', 'a'),
    ),
    steps: [create()],
    expected: { path: ['start', 'fork', 'x', 'stop', 'y'] },
  },
  {
    name: 'ends another one that comes later',
    model: model(
      start() + parallelGateway('fork') + terminate('a') + terminate('b'),
      path('start', 'fork', 'a') + path('fork', 'b'),
    ),
    steps: [create()],
    expected: { path: ['start', 'fork', 'b', 'a'] },
  },
  {
    name: 'ends what waits at a join',
    model: model(
      start() + twoTasks,
      parallelGateway('join') + serviceTask('c') + path('fork', 'c', 'join') + path('fork', 'join'),
    ),
    steps: [create(), complete('c'), complete('a')],
    expected: { states: ['COMPLETED'] },
  },
]
