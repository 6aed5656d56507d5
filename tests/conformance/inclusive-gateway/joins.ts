import {
  boundaryErrorEvent,
  end,
  exclusiveGateway,
  flow,
  inclusiveGateway,
  model,
  parallelGateway,
  path,
  serviceTask,
  start,
} from '../model.ts'
import type { Scenario } from '../scenario.ts'
import { cancel, complete, create, fail, throwError } from '../step.ts'

const gateways = start() + parallelGateway('fork') + inclusiveGateway('join')
const tasks = serviceTask('a') + serviceTask('b') + serviceTask('c') + serviceTask('z')

/** The tasks a and b are chosen by the variables of these names. */
const chosen = model(
  start() + inclusiveGateway('fork') + inclusiveGateway('join') + tasks,
  path('start', 'fork') + flow('fork', 'a', '=a') + flow('fork', 'b', '=b'),
  path('a', 'join', 'z') + path('b', 'join'),
)

/** The token of b ends elsewhere. */
const elsewhere = model(
  gateways + tasks + exclusiveGateway('x') + end(),
  path('start', 'fork', 'a', 'join', 'z') + path('fork', 'b', 'x') + path('fork', 'c'),
  flow('x', 'join', '=false') + flow('x', 'end', '=true'),
)

export const joins: readonly Scenario[] = [
  {
    name: 'waits for all tokens that come',
    model: chosen,
    steps: [create({ a: true, b: true }), complete('a'), complete('b')],
    expected: { path: ['start', 'fork', 'b', 'a', 'join', 'z'] },
  },
  {
    name: 'does not wait for tokens that do not come',
    model: chosen,
    steps: [create({ a: true, b: false }), complete('a')],
    expected: { path: ['start', 'fork', 'a', 'join', 'z'] },
  },
  {
    name: 'waits for a token with an incident',
    model: chosen,
    steps: [create({ a: true, b: true }), fail('b', { retries: 0 }), complete('a')],
    expected: { path: ['start', 'fork', 'b', 'a'] },
  },
  {
    name: 'forgets what waits when the instance is cancelled',
    model: chosen,
    steps: [create({ a: true, b: true }), complete('a'), cancel()],
    expected: { states: ['TERMINATED'] },
  },
  {
    name: 'is not asked again when the other token ends elsewhere',
    model: elsewhere,
    steps: [create(), complete('a'), complete('b')],
    expected: { path: ['start', 'fork', 'c', 'b', 'a', 'x', 'end'] },
  },
  {
    name: 'does not wait for a token that has ended elsewhere',
    model: elsewhere,
    steps: [create(), complete('b'), complete('a')],
    expected: { jobs: ['work at c, 3 retries', 'work at z, 3 retries'] },
  },
  {
    name: 'waits for a token that may come by a boundary event',
    model: model(
      gateways + tasks + end(),
      path('start', 'fork', 'a', 'join', 'z') + path('fork', 'b', 'end') + path('c', 'join'),
      boundaryErrorEvent('at', { at: 'b', to: 'c' }),
    ),
    steps: [create(), complete('a'), throwError('b', 'GONE'), complete('c')],
    expected: { path: ['start', 'fork', 'b', 'a', 'at', 'c', 'join', 'z'] },
  },
  {
    name: 'waits for a token that waits at another join',
    model: model(
      gateways + tasks + parallelGateway('other') + exclusiveGateway('x') + end(),
      path('start', 'fork', 'a', 'join', 'z') + path('fork', 'b', 'other', 'join'),
      path('fork', 'c', 'x') + flow('x', 'other', '=false') + flow('x', 'end', '=true'),
    ),
    steps: [create(), complete('b'), complete('c'), complete('a')],
    expected: { states: ['ACTIVE'], jobs: [] },
  },
  {
    name: 'does not wait for a token behind it that may come back',
    model: model(
      gateways + tasks + exclusiveGateway('x') + exclusiveGateway('back') + exclusiveGateway('on'),
      path('start', 'fork', 'a', 'back', 'join', 'on', 'b', 'x') + path('fork', 'c', 'on') + end(),
      flow('x', 'back', '=false') + flow('x', 'end', '=true'),
    ),
    steps: [create(), complete('c'), complete('a')],
    expected: { jobs: ['work at b, 3 retries', 'work at b, 3 retries'] },
  },
  {
    name: 'does not wait for a second token of a flow',
    model: model(
      gateways +
        tasks +
        exclusiveGateway('merge') +
        path('start', 'fork', 'a', 'merge', 'join', 'z'),
      path('fork', 'b', 'merge') + path('c', 'join'),
    ),
    steps: [create(), complete('a'), complete('b')],
    expected: { jobs: ['work at z, 3 retries', 'work at z, 3 retries'] },
  },
  {
    name: 'keeps a second token of a flow',
    model: model(
      gateways +
        tasks +
        exclusiveGateway('merge') +
        path('start', 'fork', 'a', 'merge', 'join', 'z'),
      path('fork', 'b', 'merge') + path('fork', 'c', 'join'),
    ),
    steps: [create(), complete('a'), complete('b'), complete('c'), complete('z')],
    expected: { states: ['ACTIVE'], jobs: [] },
  },
  {
    name: 'waits for tokens that are on their way',
    model: model(
      gateways + tasks + exclusiveGateway('x') + exclusiveGateway('y'),
      path('start', 'fork', 'x', 'y', 'join', 'z') + path('fork', 'join'),
    ),
    steps: [create(), complete('z')],
    expected: { states: ['COMPLETED'], path: ['start', 'fork', 'x', 'y', 'join', 'z'] },
  },
]
