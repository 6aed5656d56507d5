import {
  element,
  end,
  ioMapping,
  model,
  path,
  start,
  timer as definition,
  type Mappings,
  type Time,
} from '../model.ts'
import type { Scenario } from '../scenario.ts'
import { advance, cancel, create, resolve, setVariables } from '../step.ts'

const waiting = (time: Time, mappings: Mappings = {}): string =>
  model(
    start() + end() + path('start', 'wait', 'end'),
    element('intermediateCatchEvent', 'id="wait"', ioMapping(mappings), definition('wait', time)),
  )

const told = (time: Time): string => Object.entries(time).flat().join(' ')

const tenSeconds: readonly Time[] = [
  { duration: 'PT10S' },
  { duration: ' PT10S ' },
  { duration: '="PT10S"' },
  { duration: '=duration("PT10S")' },
  { duration: '=limit' },
  { date: '=now() + duration("PT10S")' },
]

const valuesWithoutTime: readonly Time[] = [
  { duration: '=missing' },
  { duration: '=5' },
  { duration: '="10 seconds"' },
  { duration: '=now()' },
  { date: '=date("2030-01-01")' },
  { date: '="2030-01-01T00:00:00"' },
  { date: '=duration("PT10S")' },
  { date: '=assert(missing, missing != null)' },
]

const textsWithoutTime: readonly Time[] = [
  { duration: '' },
  { duration: '10s' },
  { duration: 'pt10s' },
  { duration: 'P1DT' },
  { date: '' },
  { date: '2030-01-01' },
  { date: '2030-01-01T00:00:00' },
  { date: '2030-01-01T00:00:00[Europe/Berlin]' },
  { date: '2030-02-30T00:00:00Z' },
  { cycle: 'R3/PT10S' },
]

const furtherTexts: readonly Time[] = [
  { duration: '-PT10S' },
  { duration: 'P1Y2M3W4DT5H6M7.8S' },
  { duration: '2030-01-01T00:00:00Z/PT10S' },
  { date: '2030-01-01T00:00Z' },
  { date: '2030-01-01T00:00:00+01:00[Europe/Berlin]' },
  { date: '2020-01-01T00:00:00Z' },
]

export const timer: readonly Scenario[] = [
  ...tenSeconds.map((time): Scenario => ({
    name: `goes on after ten seconds: ${told(time)}`,
    model: waiting(time),
    steps: [create({ limit: 'PT10S' }), advance('PT8S'), advance('PT3S')],
    expected: { states: ['COMPLETED'], path: ['start', 'wait', 'end'] },
  })),
  ...valuesWithoutTime.map((time): Scenario => ({
    name: `waits with an incident: ${told(time)}`,
    model: waiting(time),
    steps: [create()],
    expected: { states: ['ACTIVE'], incidents: ['EXTRACT_VALUE_ERROR at wait'] },
  })),
  ...textsWithoutTime.map((time): Scenario => ({
    name: `is refused: ${told(time)}`,
    model: waiting(time),
    steps: [],
    expected: 'refused',
  })),
  ...furtherTexts.map((time): Scenario => ({
    name: `is accepted: ${told(time)}`,
    model: waiting(time),
    steps: [],
    expected: 'deployed',
  })),
  {
    name: 'begins to wait when its incident is resolved',
    model: waiting({ duration: '=limit' }),
    steps: [
      create(),
      setVariables('process', { limit: 'PT10S' }),
      resolve('wait'),
      advance('PT8S'),
      advance('PT3S'),
    ],
    expected: { states: ['COMPLETED'], incidents: [] },
  },
  {
    name: 'sees its inputs, and keeps them to itself',
    model: waiting({ duration: '=limit' }, { inputs: { limit: '="PT10S"' } }),
    steps: [create(), advance('PT11S')],
    expected: { states: ['COMPLETED'], variables: { wait: { limit: 'PT10S' } } },
  },
  {
    name: 'maps its outputs',
    model: waiting(
      { duration: '=limit' },
      { inputs: { limit: '="PT10S"' }, outputs: { waited: '=limit' } },
    ),
    steps: [create(), advance('PT11S')],
    expected: { variables: { process: { waited: 'PT10S' }, wait: { limit: 'PT10S' } } },
  },
  {
    name: 'waits with an incident when its outputs fail, and goes on without waiting again',
    model: waiting(
      { duration: 'PT10S' },
      { outputs: { checked: '=assert(given, given != null)' } },
    ),
    steps: [create(), advance('PT11S'), setVariables('process', { given: 1 }), resolve('wait')],
    expected: { states: ['COMPLETED'], incidents: [] },
  },
  {
    name: 'ends when its instance is cancelled',
    model: waiting({ duration: 'PT10S' }),
    steps: [create(), cancel(), advance('PT11S')],
    expected: { states: ['TERMINATED'], path: ['start', 'wait'] },
  },
  {
    name: 'waits in each instance for itself',
    model: waiting({ duration: 'PT10S' }),
    steps: [create(), advance('PT5S'), create(), advance('PT6S'), advance('PT6S')],
    expected: { states: ['COMPLETED', 'COMPLETED'] },
  },
]
