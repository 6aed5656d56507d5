import { element, end, ioMapping, model, path, start } from '../model.ts'
import type { Scenario } from '../scenario.ts'
import { create } from '../step.ts'

export const none: readonly Scenario[] = [
  {
    name: 'maps its outputs, and ignores its inputs',
    model: model(
      start() + end() + path('start', 'event', 'end'),
      element(
        'intermediateThrowEvent',
        'id="event"',
        ioMapping({ inputs: { a: '=1' }, outputs: { b: '=a', c: '=x' } }),
      ),
    ),
    steps: [create({ x: 1 })],
    expected: { variables: { process: { b: null, c: 1, x: 1 } } },
  },
]
