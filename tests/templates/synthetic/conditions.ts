import type { ElementTemplate, TemplateCondition } from '@tenon/templates'
import {
  constant,
  extension,
  generated,
  header,
  input,
  job,
  oneOf,
  output,
  property,
  template,
} from './template.ts'

/** Templates whose properties depend on each other, in each way and in both orders. */
export const conditions = (): readonly ElementTemplate[] => [
  template('conditions', { type: 'bpmn:ServiceTask', version: 1 }, [
    property(job('type'), constant('conditions')),
    dependent('late', { property: 'last', equals: 'on' }),
    property(input('kind'), { id: 'kind', ...oneOf(['a', 'b', 'c'], { value: 'a' }) }),
    property(input('number'), { id: 'number', type: 'Number', value: 0 }),
    property(extension('flag'), { id: 'flag', type: 'Boolean' }),
    property(input('switch'), { id: 'switch', type: 'Boolean', feel: 'optional', value: false }),
    property(input('text'), { id: 'text', feel: 'optional' }),
    ...dependents(),
    property(input('last'), {
      id: 'last',
      ...oneOf(['on', 'off'], { value: 'off', optional: true }),
    }),
  ]),
  chain(),
]

const dependent = (name: string, condition: TemplateCondition, value?: string) =>
  property(input(name), { condition, ...(value !== undefined && { value }) })

const dependents = () => [
  dependent('equal', { property: 'kind', equals: 'b' }, 'b'),
  dependent('shared', { property: 'kind', equals: 'a' }, 'of a'),
  dependent('shared', { property: 'kind', oneOf: ['b', 'c'] }, 'of b and c'),
  property(input('zero'), {
    id: 'zero',
    type: 'Number',
    condition: { type: 'simple', property: 'number', equals: 0 },
  }),
  dependent('five', { property: 'number', oneOf: [5, -1.5] }),
  dependent('flagged', { property: 'flag', equals: true }),
  dependent('unflagged', { property: 'flag', equals: false }),
  dependent('switched', { property: 'switch', equals: true }, 'on'),
  dependent('unswitched', { property: 'switch', equals: '=false' }),
  dependent('empty', { property: 'text', isEmpty: true }, 'was empty'),
  property(output('=filled'), {
    condition: { property: 'text', isEmpty: false },
    value: 'filled',
  }),
  property(header('active'), { condition: { property: 'zero', isActive: true }, value: 'yes' }),
  property(header('inactive'), { condition: { property: 'zero', isActive: false }, value: 'no' }),
  property(input('both'), {
    condition: {
      allMatch: [
        { property: 'kind', oneOf: ['a', 'b'] },
        { property: 'flag', equals: true },
      ],
    },
    ...oneOf(['x', 'y'], { value: 'y' }),
  }),
  dependent('unknown', { property: 'nowhere', isActive: false }),
]

/** Each depends on the one below it. */
const chain = (): ElementTemplate =>
  template('chain', { type: 'bpmn:ServiceTask' }, [
    property(
      { type: 'zeebe:taskDefinition:type' },
      { condition: { property: 'first', equals: 'job' }, value: 'job' },
    ),
    property(input('third'), {
      id: 'third',
      condition: { property: 'second', equals: 'go' },
      ...oneOf(['go', 'stop'], { value: 'go' }),
    }),
    property(input('second'), {
      id: 'second',
      condition: { property: 'first', equals: 'go' },
      ...oneOf(['go', 'stop'], { value: 'go' }),
    }),
    property(input('first'), { id: 'first', ...oneOf(['go', 'stop', 'job'], { value: 'stop' }) }),
    property(input('fourth'), { condition: { property: 'third', equals: 'go' }, ...generated }),
    property(extension('fifth'), {
      type: 'Dropdown',
      choices: [
        { name: 'always', value: 'always' },
        { name: 'some', value: 'some', condition: { property: 'first', equals: 'go' } },
      ],
      value: 'always',
    }),
  ])
