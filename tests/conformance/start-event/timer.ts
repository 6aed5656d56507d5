import {
  element,
  end,
  flow,
  ioMapping,
  model,
  path,
  timer as definition,
  serviceTask,
  start,
  type Mappings,
  type Time,
} from '../model.ts'
import type { Scenario } from '../scenario.ts'
import { advance, create } from '../step.ts'

const event = (id: string, time: Time, mappings: Mappings = {}): string =>
  element('startEvent', `id="${id}"`, ioMapping(mappings), definition(id, time))

const starting = (time: Time, mappings: Mappings = {}): string =>
  model(event('timed', time, mappings) + end() + path('timed', 'end'))

const told = (time: Time): string => Object.entries(time).flat().join(' ')

const withoutTime: readonly Time[] = [
  ...[{ date: '=missing' }, { date: 'tomorrow' }, { date: '=date("2030-01-01")' }],
  ...[{ cycle: '=missing' }, { cycle: '=5' }, { cycle: 'PT10S' }, { duration: '=missing' }],
  { date: '=assert(missing, missing != null)' },
]

export const timer: readonly Scenario[] = [
  {
    name: 'starts as often as its cycle says',
    model: starting({ cycle: 'R2/PT10S' }),
    steps: [advance('PT8S'), advance('PT3S'), advance('PT10S'), advance('PT10S')],
    expected: { states: ['COMPLETED', 'COMPLETED'], path: ['timed', 'end', 'timed', 'end'] },
  },
  ...[{ duration: 'PT10S' }, { date: '=now() + duration("PT10S")' }, { cycle: '="R1/PT10S"' }].map(
    (time): Scenario => ({
      name: `starts once: ${told(time)}`,
      model: starting(time),
      steps: [advance('PT8S'), advance('PT3S'), advance('PT11S')],
      expected: { states: ['COMPLETED'] },
    }),
  ),
  {
    name: 'maps its outputs',
    model: starting({ duration: 'PT10S' }, { outputs: { a: '=1', b: '=a' } }),
    steps: [advance('PT11S')],
    expected: { variables: { process: { a: 1, b: 1 } } },
  },
  {
    name: 'starts beside others, each for itself',
    model: model(
      start() + event('first', { duration: 'PT10S' }) + event('second', { duration: 'PT20S' }),
      serviceTask('task') + path('start', 'task') + flow('first', 'task') + flow('second', 'task'),
    ),
    steps: [create(), advance('PT11S'), advance('PT10S')],
    expected: { path: ['start', 'task', 'first', 'task', 'second', 'task'] },
  },
  {
    name: 'alone lets nobody start the process',
    model: starting({ duration: 'PT1H' }),
    steps: [create()],
    expected: { states: [], refusals: ['create INVALID_STATE'] },
  },
  ...withoutTime.map((time): Scenario => ({
    name: `is refused: ${told(time)}`,
    model: starting(time),
    steps: [],
    expected: 'refused',
  })),
]
