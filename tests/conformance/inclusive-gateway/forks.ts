import { end, flow, inclusiveGateway, model, path, serviceTask, start } from '../model.ts'
import type { Scenario } from '../scenario.ts'
import { create, resolve, setVariables } from '../step.ts'

const tasks = serviceTask('a') + serviceTask('b') + serviceTask('c')

const conditions = flow('fork', 'a', '=x > 0') + flow('fork', 'b', '=x > 1')

const withoutDefault = model(
  start() + inclusiveGateway('fork') + tasks + path('start', 'fork'),
  conditions + flow('fork', 'c', '=x > 2'),
)

const withDefault = model(
  start() + inclusiveGateway('fork', { defaultTo: 'c' }) + tasks + path('start', 'fork'),
  conditions + flow('fork', 'c'),
)

export const forks: readonly Scenario[] = [
  ...[withoutDefault, withDefault].flatMap((xml) =>
    [0, 1, 2, 3, null].map((x): Scenario => ({
      name: `chooses with ${x}${xml === withDefault ? ' and a default flow' : ''}`,
      model: xml,
      steps: [create({ x })],
      expected: x === null ? { incidents: ['EXTRACT_VALUE_ERROR at fork'] } : {},
    })),
  ),
  {
    name: 'takes all flows whose condition holds, the last in the document first',
    model: withoutDefault,
    steps: [create({ x: 3 })],
    expected: { path: ['start', 'fork', 'c', 'b', 'a'] },
  },
  {
    name: 'takes the default flow only when no condition holds',
    model: withDefault,
    steps: [create({ x: 3 })],
    expected: { path: ['start', 'fork', 'b', 'a'] },
  },
  {
    name: 'raises an incident when nothing holds, and chooses when that is resolved',
    model: withoutDefault,
    steps: [create({ x: 0 }), setVariables('process', { x: 1 }), resolve('fork')],
    expected: { path: ['start', 'fork', 'a'] },
  },
  {
    name: 'takes its only flow',
    model: model(start() + inclusiveGateway('fork') + end() + path('start', 'fork', 'end')),
    steps: [create()],
    expected: { states: ['COMPLETED'] },
  },
  {
    name: 'ends a token without any flow',
    model: model(start() + inclusiveGateway('fork') + path('start', 'fork')),
    steps: [create()],
    expected: { states: ['COMPLETED'] },
  },
  {
    name: 'is refused with a flow without a condition',
    model: model(
      start() + inclusiveGateway('fork') + tasks + path('start', 'fork', 'a') + conditions,
    ),
    steps: [],
    expected: 'refused',
  },
]
