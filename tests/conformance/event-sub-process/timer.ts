import {
  element,
  end,
  ioMapping,
  model,
  path,
  serviceTask,
  start,
  timer as definition,
  flow,
  type Mappings,
  type Time,
} from '../model.ts'
import type { Scenario } from '../scenario.ts'
import { advance, complete, create, resolve, setVariables } from '../step.ts'

interface Handler extends Mappings {
  readonly goesOn?: boolean
  /** What follows its start; none unless given. */
  readonly content?: string
}

/** Its start has the id `<id>_start`. */
const onTimer = (id: string, time: Time, handler: Handler = {}): string => {
  const { goesOn, content = '', ...mappings } = handler
  const startEvent = element(
    'startEvent',
    `id="${id}_start" isInterrupting="${goesOn !== true}"`,
    ioMapping(mappings),
    definition(id, time),
  )
  return `<bpmn:subProcess id="${id}" triggeredByEvent="true">${startEvent}${content}</bpmn:subProcess>`
}

const working = (handlers: string, mappings: Mappings = {}): string =>
  model(start('start', mappings) + serviceTask('task') + path('start', 'task'), handlers)

/** A sub-process with a task and a handler, and an event at it after twenty seconds. */
const nested = (handler: string, goesOn: boolean): string =>
  model(
    start() + path('start', 'sub'),
    element(
      'subProcess',
      'id="sub"',
      ioMapping({ inputs: { limit: '="PT10S"' } }),
      start('in') + serviceTask('task') + flow('in', 'task') + handler,
    ),
    element(
      'boundaryEvent',
      `id="late" attachedToRef="sub" cancelActivity="${!goesOn}"`,
      '',
      definition('late', { duration: 'PT20S' }),
    ) +
      end() +
      flow('late', 'end'),
  )

const repair = serviceTask('repair') + flow('on_start', 'repair')

const beside = { goesOn: true }

export const timer: readonly Scenario[] = [
  {
    name: 'ends what goes on in the process',
    model: working(onTimer('on', { duration: 'PT10S' })),
    steps: [create(), advance('PT8S'), advance('PT3S'), complete('task')],
    expected: {
      states: ['COMPLETED'],
      path: ['start', 'task', 'on', 'on_start'],
      refusals: ['completeJob NOT_FOUND'],
    },
  },
  {
    name: 'goes on beside the process',
    model: working(onTimer('on', { duration: 'PT10S' }, beside)),
    steps: [create(), advance('PT11S'), advance('PT11S'), complete('task')],
    expected: { states: ['COMPLETED'], path: ['start', 'task', 'on', 'on_start'] },
  },
  {
    name: 'happens as often as its cycle says',
    model: working(onTimer('on', { cycle: 'R2/PT10S' }, beside)),
    steps: [create(), advance('PT11S'), advance('PT10S'), advance('PT10S')],
    expected: { states: ['ACTIVE'], path: ['start', 'task', 'on', 'on_start', 'on', 'on_start'] },
  },
  {
    name: 'has no cycle when it ends what goes on',
    model: working(onTimer('on', { cycle: 'R2/PT10S' })),
    steps: [],
    expected: 'refused',
  },
  {
    name: 'is over when the process completes',
    model: working(onTimer('on', { duration: 'PT10S' })),
    steps: [create(), complete('task'), advance('PT11S')],
    expected: { states: ['COMPLETED'], path: ['start', 'task'] },
  },
  {
    name: 'keeps the start of the process from completing with an incident',
    model: working(onTimer('on', { duration: '=limit' })),
    steps: [
      create(),
      setVariables('process', { limit: 'PT10S' }),
      resolve('start'),
      advance('PT11S'),
    ],
    expected: { states: ['COMPLETED'], path: ['start', 'task', 'on', 'on_start'] },
  },
  {
    name: 'sees the outputs of the start',
    model: working(onTimer('on', { duration: '=limit' }), { outputs: { limit: '="PT10S"' } }),
    steps: [create(), advance('PT11S')],
    expected: { states: ['COMPLETED'] },
  },
  {
    name: 'maps its outputs',
    model: working(onTimer('on', { duration: 'PT10S' }, { outputs: { b: '=a' } })),
    steps: [create({ a: 1 }), advance('PT11S')],
    expected: { states: ['COMPLETED'] },
  },
  {
    name: 'of a sub-process sees the inputs of that',
    model: nested(onTimer('on', { duration: '=limit' }, { content: repair }), false),
    steps: [create(), advance('PT11S')],
    expected: { path: ['start', 'sub', 'in', 'task', 'on', 'on_start', 'repair'] },
  },
  {
    name: 'keeps the start of a sub-process from completing with an incident',
    model: nested(onTimer('on', { duration: '=missing' }), false),
    steps: [create()],
    expected: { incidents: ['EXTRACT_VALUE_ERROR at in'] },
  },
  {
    name: 'that ends all else leaves the sub-process to its boundary event',
    model: nested(onTimer('on', { duration: 'PT10S' }, { content: repair }), false),
    steps: [create(), advance('PT11S'), advance('PT11S')],
    expected: {
      states: ['COMPLETED'],
      path: ['start', 'sub', 'in', 'task', 'on', 'on_start', 'repair', 'late', 'end'],
    },
  },
  {
    name: 'that ends all else leaves the boundary event to happen beside it',
    model: nested(onTimer('on', { duration: 'PT10S' }, { content: repair }), true),
    steps: [create(), advance('PT11S'), advance('PT11S'), complete('repair')],
    expected: { states: ['COMPLETED'] },
  },
]
