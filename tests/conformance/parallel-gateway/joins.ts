import {
  boundaryErrorEvent,
  end,
  exclusiveGateway,
  model,
  parallelGateway,
  path,
  serviceTask,
  start,
} from '../model.ts'
import type { Scenario } from '../scenario.ts'
import { cancel, complete, create, throwError } from '../step.ts'

const tasks = serviceTask('a') + serviceTask('b') + serviceTask('c')
const gateways = parallelGateway('fork') + parallelGateway('join')

const fork = model(
  start() + gateways + tasks + end(),
  path('start', 'fork', 'a', 'join', 'end'),
  path('fork', 'b', 'join'),
  path('fork', 'c', 'join'),
)

export const joins: readonly Scenario[] = [
  {
    name: 'waits for a token on each incoming flow',
    model: fork,
    steps: [
      create(),
      complete('b', { b: 1 }),
      complete('a', { a: 1 }),
      complete('c', { b: 2, c: 1 }),
    ],
    expected: {
      states: ['COMPLETED'],
      path: ['start', 'fork', 'c', 'b', 'a', 'join', 'end'],
      variables: { process: { a: 1, b: 2, c: 1 } },
    },
  },
  {
    name: 'still waits for the last one',
    model: fork,
    steps: [create(), complete('b'), complete('c')],
    expected: { states: ['ACTIVE'], path: ['start', 'fork', 'c', 'b', 'a'] },
  },
  {
    name: 'forgets what waits when the instance is cancelled',
    model: fork,
    steps: [create(), complete('b'), cancel()],
    expected: { states: ['TERMINATED'], path: ['start', 'fork', 'c', 'b', 'a'] },
  },
  {
    name: 'does not take two tokens of one flow for tokens of two',
    model: model(
      start() + gateways + exclusiveGateway('merge') + tasks + end(),
      path('start', 'fork', 'a', 'merge', 'join', 'end'),
      path('fork', 'b', 'merge'),
      path('fork', 'c', 'join'),
    ),
    steps: [create(), complete('a'), complete('b'), complete('c')],
    expected: {
      states: ['ACTIVE'],
      path: ['start', 'fork', 'c', 'b', 'a', 'merge', 'merge', 'join', 'end'],
    },
  },
  {
    name: 'keeps an instance alive whose join will never be complete',
    model: model(
      start() + gateways + serviceTask('a') + serviceTask('b') + end(),
      boundaryErrorEvent('gone', { at: 'a', to: 'end' }),
      path('start', 'fork', 'a', 'join', 'end'),
      path('fork', 'b', 'join'),
    ),
    steps: [create(), complete('b'), throwError('a', 'GONE')],
    expected: { states: ['ACTIVE'], path: ['start', 'fork', 'b', 'a', 'gone', 'end'] },
  },
  {
    name: 'joins and forks at once',
    model: model(
      start() + gateways + tasks + serviceTask('d') + end(),
      path('start', 'fork', 'a', 'join', 'c', 'end'),
      path('fork', 'b', 'join', 'd', 'end'),
    ),
    steps: [create(), complete('a'), complete('b'), complete('c'), complete('d')],
    expected: {
      states: ['COMPLETED'],
      path: ['start', 'fork', 'b', 'a', 'join', 'd', 'c', 'end', 'end'],
    },
  },
  {
    name: 'passes on what comes on its only flow',
    model: model(start() + parallelGateway('fork') + end(), path('start', 'fork', 'end')),
    steps: [create()],
    expected: { states: ['COMPLETED'] },
  },
  {
    name: 'ends a token without any flow',
    model: model(start() + parallelGateway('fork'), path('start', 'fork')),
    steps: [create()],
    expected: { states: ['COMPLETED'] },
  },
  {
    name: 'joins once more in a loop',
    model: model(
      start() + exclusiveGateway('merge') + gateways + serviceTask('a') + serviceTask('b'),
      path('start', 'merge', 'fork', 'a', 'join', 'merge'),
      path('fork', 'b', 'join'),
    ),
    steps: [create(), complete('a'), complete('b'), complete('b'), complete('a'), cancel()],
    expected: { states: ['TERMINATED'] },
  },
  {
    name: 'takes two flows between the same gateways',
    model: model(
      start() + gateways + end(),
      path('start', 'fork', 'join', 'end'),
      '<bpmn:sequenceFlow id="second" sourceRef="fork" targetRef="join" />',
    ),
    steps: [create()],
    expected: { states: ['COMPLETED'], path: ['start', 'fork', 'join', 'end'] },
  },
]
