import { end, model, path, start } from '../model.ts'
import type { Scenario } from '../scenario.ts'
import { create } from '../step.ts'

const mapped = (outputs: Readonly<Record<string, string>>): string =>
  model(start('start', { outputs }), end(), path('start', 'end'))

export const none: readonly Scenario[] = [
  {
    name: 'maps its outputs, each seeing the one before',
    model: mapped({ sum: '=a + 1', twice: '=sum * 2', 'nested.value': '=a' }),
    steps: [create({ a: 1, nested: { kept: true } })],
    expected: {
      states: ['COMPLETED'],
      variables: { process: { a: 1, sum: 2, twice: 4, nested: { kept: true, value: 1 } } },
    },
  },
  {
    name: 'maps what is missing to null',
    model: mapped({ a: '=missing', b: '=missing.path', c: '=1 + missing' }),
    steps: [create()],
    expected: { states: ['COMPLETED'], variables: { process: { a: null, b: null, c: null } } },
  },
  {
    name: 'maps into what is no context',
    model: mapped({ 'a.b': '=1', 'c.d': '=2', 'e.f.g': '=3' }),
    steps: [create({ a: 'text', c: [1], e: { f: null, h: 4 } })],
    expected: { states: ['COMPLETED'] },
  },
]
