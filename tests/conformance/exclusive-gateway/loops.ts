import { end, exclusiveGateway, flow, model, path, serviceTask, start } from '../model.ts'
import type { Scenario } from '../scenario.ts'
import { complete, create } from '../step.ts'

export const loops: readonly Scenario[] = [
  {
    name: 'leads back until a counter is reached',
    model: model(
      start('start', { outputs: { n: '=0' } }) + exclusiveGateway('merge') + end(),
      serviceTask('task', { outputs: { n: '=n + 1' } }),
      exclusiveGateway('choice', { defaultTo: 'end' }),
      path('start', 'merge', 'task', 'choice', 'end'),
      flow('choice', 'merge', '=n < 3'),
    ),
    steps: [create(), complete('task'), complete('task'), complete('task')],
    expected: { states: ['COMPLETED'], variables: { process: { n: 3 } } },
  },
]
