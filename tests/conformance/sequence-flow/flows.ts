import { end, exclusiveGateway, model, path, serviceTask, start } from '../model.ts'
import type { Scenario } from '../scenario.ts'
import { complete, create } from '../step.ts'

export const flows: readonly Scenario[] = [
  {
    name: 'sends a token on each of several from a task, the last in the document first',
    model: model(
      start() + serviceTask('task') + serviceTask('a') + serviceTask('b') + end(),
      path('start', 'task', 'a', 'end'),
      path('task', 'b', 'end'),
    ),
    steps: [create(), complete('task'), complete('a'), complete('b')],
    expected: { states: ['COMPLETED'], path: ['start', 'task', 'b', 'a', 'end', 'end'] },
  },
  {
    name: 'forks at a start event',
    model: model(
      start() + serviceTask('a') + serviceTask('b'),
      path('start', 'a'),
      path('start', 'b'),
    ),
    steps: [create(), complete('a'), complete('b')],
    expected: { states: ['COMPLETED'], path: ['start', 'b', 'a'] },
  },
  {
    name: 'goes through branches of different lengths side by side',
    model: model(
      start() + end('a_end') + end('b_end'),
      ...['a1', 'a2', 'a3', 'b1', 'b2'].map((id) => exclusiveGateway(id)),
      path('start', 'a1', 'a2', 'a3', 'a_end'),
      path('start', 'b1', 'b2', 'b_end'),
    ),
    steps: [create()],
    expected: {
      states: ['COMPLETED'],
      path: ['start', 'b1', 'a1', 'b2', 'a2', 'b_end', 'a3', 'a_end'],
    },
  },
  {
    name: 'activates a task again for each token that comes',
    model: model(
      start() + serviceTask('task') + end(),
      path('start', 'task', 'end'),
      '<bpmn:sequenceFlow id="second" sourceRef="start" targetRef="task" />',
    ),
    steps: [create(), complete('task', { a: 1 }), complete('task', { a: 2 })],
    expected: { states: ['COMPLETED'], variables: { process: { a: 2 } } },
  },
]
