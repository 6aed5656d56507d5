import { end, exclusiveGateway, flow, model, path, start } from '../model.ts'
import type { Scenario } from '../scenario.ts'
import { create, resolve } from '../step.ts'

/** start → choice → a, b, and where there is one the default end `otherwise`. */
const choice = (
  conditions: Readonly<Record<string, string>>,
  { hasDefault = true }: { readonly hasDefault?: boolean } = {},
): string =>
  model(
    start() + exclusiveGateway('choice', hasDefault ? { defaultTo: 'otherwise' } : {}),
    path('start', 'choice'),
    ...Object.entries(conditions).map(([id, condition]) => end(id) + flow('choice', id, condition)),
    hasDefault ? end('otherwise') + flow('choice', 'otherwise') : '',
  )

const sizes = { small: '=n < 10', large: '=n > 99' }

/** Conditions that are neither true nor false, with `n` as 5. */
const undecided = [
  '=n',
  '="true"',
  '=null',
  '=missing',
  '=n > "a"',
  '=missing > 1',
  '=n + null',
  '=[]',
]

export const conditions: readonly Scenario[] = [
  {
    name: 'takes the flow whose condition holds',
    model: choice(sizes),
    steps: [create({ n: 5 }), create({ n: 100 })],
    expected: { path: ['start', 'choice', 'small', 'start', 'choice', 'large'] },
  },
  {
    name: 'takes the default flow when no condition holds',
    model: choice(sizes),
    steps: [create({ n: 50 })],
    expected: { path: ['start', 'choice', 'otherwise'] },
  },
  {
    name: 'takes the last of several in the document',
    model: choice({ a: '=true', b: '=true', c: '=false' }),
    steps: [create()],
    expected: { path: ['start', 'choice', 'b'] },
  },
  {
    name: 'does not reach a condition that cannot decide when a later one holds',
    model: choice({ a: '=n > "a"', b: '=true' }),
    steps: [create({ n: 5 })],
    expected: { path: ['start', 'choice', 'b'], incidents: [] },
  },
  {
    name: 'stops at a condition that cannot decide before one that holds',
    model: choice({ a: '=true', b: '=n > "a"' }),
    steps: [create({ n: 5 })],
    expected: { path: ['start', 'choice'], incidents: ['EXTRACT_VALUE_ERROR at choice'] },
  },
  ...undecided.map((condition): Scenario => ({
    name: `raises an incident with ${condition}`,
    model: choice({ a: condition }),
    steps: [create({ n: 5 }), resolve('choice')],
    expected: { incidents: ['EXTRACT_VALUE_ERROR at choice'] },
  })),
  {
    name: 'raises an incident when nothing holds and there is no default flow',
    model: choice(sizes, { hasDefault: false }),
    steps: [create({ n: 50 }), resolve('choice')],
    expected: { states: ['ACTIVE'], incidents: ['CONDITION_ERROR at choice'] },
  },
  {
    name: 'takes its only flow',
    model: model(start() + exclusiveGateway('choice') + end(), path('start', 'choice', 'end')),
    steps: [create()],
    expected: { states: ['COMPLETED'] },
  },
  {
    name: 'asks the condition of its only flow',
    model: choice({ a: '=n > 5' }, { hasDefault: false }),
    steps: [create({ n: 6 }), create({ n: 5 })],
    expected: { states: ['COMPLETED', 'ACTIVE'], incidents: ['CONDITION_ERROR at choice'] },
  },
  {
    name: 'ends a token without any flow',
    model: model(start() + exclusiveGateway('choice'), path('start', 'choice')),
    steps: [create()],
    expected: { states: ['COMPLETED'] },
  },
  {
    name: 'does not ask the condition of its default flow',
    model: model(
      start() + exclusiveGateway('choice', { defaultTo: 'a' }) + end('a') + end('b'),
      path('start', 'choice'),
      flow('choice', 'a', '=n > "a"') + flow('choice', 'b', '=false'),
    ),
    steps: [create({ n: 5 })],
    expected: { path: ['start', 'choice', 'a'] },
  },
  {
    name: 'passes on each token that comes',
    model: model(
      start() + exclusiveGateway('merge') + exclusiveGateway('other') + end(),
      path('start', 'merge', 'end'),
      path('start', 'other', 'merge'),
    ),
    steps: [create()],
    expected: { states: ['COMPLETED'], path: ['start', 'other', 'merge', 'merge', 'end', 'end'] },
  },
]
