import {
  boundaryErrorEvent,
  end,
  model,
  parallelGateway,
  path,
  serviceTask,
  start,
  subProcess,
} from '../model.ts'
import type { Scenario } from '../scenario.ts'
import { activate, cancel, complete, create, resolve, setVariables, throwError } from '../step.ts'

/** start → sub(in → task → out) → end. */
const oneInside = (
  subMappings: Parameters<typeof subProcess>[2] = {},
  taskOptions: Parameters<typeof serviceTask>[1] = {},
): string =>
  model(
    start(),
    subProcess(
      'sub',
      [start('in'), serviceTask('task', taskOptions), end('out'), path('in', 'task', 'out')],
      subMappings,
    ),
    end(),
    path('start', 'sub', 'end'),
  )

/** Two tasks side by side in a sub-process in a sub-process, and one beside that. */
const nested = model(
  start(),
  subProcess('outer', [
    start('in'),
    parallelGateway('fork'),
    serviceTask('beside'),
    subProcess('inner', [
      start('inner_in'),
      parallelGateway('inner_fork'),
      serviceTask('a'),
      serviceTask('b'),
      path('inner_in', 'inner_fork', 'a'),
      path('inner_fork', 'b'),
    ]),
    path('in', 'fork', 'inner'),
    path('fork', 'beside'),
  ]),
  serviceTask('after'),
  end('caught_end'),
  boundaryErrorEvent('caught', { at: 'outer', error: 'GONE', to: 'caught_end' }),
  path('start', 'outer', 'after'),
)

export const embedded: readonly Scenario[] = [
  {
    name: 'runs what is in it, and goes on',
    model: oneInside(),
    steps: [create({ a: 1 }), activate(), complete('task', { b: 2 })],
    expected: { states: ['COMPLETED'], variables: { process: { a: 1, b: 2 } } },
  },
  {
    name: 'sees its inputs, and keeps what a job sets of them',
    model: oneInside({ inputs: { local: '=a + 1' } }),
    steps: [create({ a: 1 }), activate(), complete('task', { local: 5, other: 6 })],
    expected: { states: ['COMPLETED'], variables: { process: { a: 1, other: 6 } } },
  },
  {
    name: 'gives its outputs, of what is in its scope',
    model: oneInside({ inputs: { local: '=a' }, outputs: { sum: '=local + result' } }),
    steps: [create({ a: 1 }), complete('task', { local: 5, result: 6 })],
    expected: { states: ['COMPLETED'], variables: { process: { a: 1, result: 6, sum: 11 } } },
  },
  {
    name: 'raises an incident when an input cannot be computed',
    model: oneInside({ inputs: { local: '=assert(a, a != null)' } }),
    steps: [create(), setVariables('process', { a: 1 }), resolve('sub'), complete('task')],
    expected: { states: ['COMPLETED'] },
  },
  {
    name: 'raises an incident when an output cannot be computed',
    model: oneInside({ outputs: { out: '=assert(a, a != null)' } }),
    steps: [create(), complete('task'), setVariables('process', { a: 1 }), resolve('sub')],
    expected: { states: ['COMPLETED'], variables: { process: { a: 1, out: 1 } } },
  },
  {
    name: 'sets a variable in the scope that has it',
    model: oneInside({ inputs: { local: '=1' } }, { outputs: { local: '=given', more: '=given' } }),
    steps: [create(), complete('task', { given: 7 })],
    expected: { states: ['COMPLETED'], variables: { process: { more: 7 } } },
  },
  {
    name: 'ends when all is done in it, however deep',
    model: nested,
    steps: [create(), complete('a'), complete('beside'), complete('b'), complete('after')],
    expected: { states: ['COMPLETED'] },
  },
  {
    name: 'is cancelled with all that is in it',
    model: nested,
    steps: [create(), complete('a'), cancel()],
    expected: { states: ['TERMINATED'] },
  },
  {
    name: 'ends with all that is in it when an event at it catches an error',
    model: nested,
    steps: [create(), throwError('b', 'GONE', { why: 1 })],
    expected: { states: ['COMPLETED'] },
  },
  {
    name: 'lets an error through that nothing at it catches',
    model: nested,
    steps: [create(), throwError('b', 'LOST')],
    expected: { states: ['ACTIVE'], incidents: ['UNHANDLED_ERROR_EVENT at b'] },
  },
  {
    name: 'may end without an end event, and hold a gateway that nothing leaves',
    model: model(
      start(),
      subProcess('sub', [start('in'), parallelGateway('fork'), path('in', 'fork')]),
      path('start', 'sub'),
    ),
    steps: [create()],
    expected: { states: ['COMPLETED'] },
  },
  {
    name: 'has joins of its own each time',
    model: model(
      start(),
      parallelGateway('twice'),
      subProcess('sub', [
        start('in'),
        parallelGateway('fork'),
        serviceTask('a'),
        serviceTask('b'),
        parallelGateway('join'),
        serviceTask('joined'),
        path('in', 'fork', 'a', 'join', 'joined'),
        path('fork', 'b', 'join'),
      ]),
      path('start', 'twice', 'sub'),
      '<bpmn:sequenceFlow id="again" sourceRef="twice" targetRef="sub" />',
    ),
    steps: [create(), complete('a'), complete('b'), complete('a'), complete('b'), activate()],
    expected: { states: ['ACTIVE'] },
  },
]
