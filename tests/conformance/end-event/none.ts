import { end, model, parallelGateway, path, serviceTask, start } from '../model.ts'
import type { Scenario } from '../scenario.ts'
import { complete, create } from '../step.ts'

export const none: readonly Scenario[] = [
  {
    name: 'ignores its inputs, and gives its outputs',
    model: model(
      start(),
      end('end', { inputs: { a: '=1' }, outputs: { b: '=2' } }),
      path('start', 'end'),
    ),
    steps: [create()],
    expected: { states: ['COMPLETED'], variables: { process: { b: 2 } } },
  },
  {
    name: 'does not end the instance while another token is left',
    model: model(
      start() +
        parallelGateway('fork') +
        serviceTask('a') +
        serviceTask('b') +
        end() +
        end('other'),
      path('start', 'fork', 'a', 'end'),
      path('fork', 'b', 'other'),
    ),
    steps: [create(), complete('a')],
    expected: { states: ['ACTIVE'], jobs: ['work at b, 3 retries'] },
  },
  {
    name: 'may be reached by several tokens',
    model: model(
      start() + parallelGateway('fork') + serviceTask('a') + serviceTask('b') + end(),
      path('start', 'fork', 'a', 'end'),
      path('fork', 'b', 'end'),
    ),
    steps: [create(), complete('a'), complete('b')],
    expected: { states: ['COMPLETED'], path: ['start', 'fork', 'b', 'a', 'end', 'end'] },
  },
]
