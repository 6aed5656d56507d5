import type { Scenario } from '../scenario.ts'
import { activate, cancel, complete, create, fail, resolve, throwError } from '../step.ts'
import { gone, oneTask } from './loop.ts'

/** The names in a completion condition, with what each is when the first one completes. */
const counts = (expected: Readonly<Record<string, number>>): string =>
  `=${Object.entries(expected)
    .map(([name, value]) => `${name} = ${value}`)
    .join(' and ')}`

export const tasks: readonly Scenario[] = [
  {
    name: 'does all at once',
    model: oneTask(),
    steps: [
      create({ items: ['a', 'b'] }),
      activate(),
      complete('task', { result: 'A', other: 1 }),
      complete('task', { result: 'B', other: 2 }),
    ],
    expected: {
      states: ['COMPLETED'],
      path: ['start', 'task', 'task', 'task', 'end'],
      variables: {
        process: { items: ['a', 'b'], results: ['A', 'B'], other: 2 },
        task: { results: ['A', 'B'] },
        'task#2': { item: 'a', loopCounter: 1, result: 'A' },
        'task#3': { item: 'b', loopCounter: 2, result: 'B' },
      },
    },
  },
  {
    name: 'does one after the other',
    model: oneTask({ sequential: true }),
    steps: [
      create({ items: ['a', 'b'] }),
      activate(),
      complete('task', { result: 'A' }),
      activate(),
      complete('task'),
    ],
    expected: {
      states: ['COMPLETED'],
      variables: {
        process: { items: ['a', 'b'], results: ['A', null] },
        task: { results: ['A', null] },
        'task#2': { item: 'a', loopCounter: 1, result: 'A' },
        'task#3': { item: 'b', loopCounter: 2, result: null },
      },
    },
  },
  {
    name: 'completes at once with an empty list',
    model: oneTask(),
    steps: [create({ items: [] })],
    expected: {
      states: ['COMPLETED'],
      path: ['start', 'task', 'end'],
      variables: { process: { items: [], results: [] }, task: { results: [] } },
    },
  },
  {
    name: 'completes at once with an empty list, one after the other',
    model: oneTask({ sequential: true }),
    steps: [create({ items: [] })],
    expected: { states: ['COMPLETED'], path: ['start', 'task', 'end'] },
  },
  {
    name: 'waits with an incident where there is no list',
    model: oneTask(),
    steps: [create({ items: 'text' }), resolve('task'), cancel()],
    expected: { states: ['TERMINATED'], path: ['start', 'task'] },
  },
  {
    name: 'waits with an incident where the list is missing',
    model: oneTask({ sequential: true }),
    steps: [create()],
    expected: { incidents: ['EXTRACT_VALUE_ERROR at task'], jobs: [] },
  },
  {
    name: 'keeps to its list when that changes',
    model: oneTask({ sequential: true }),
    steps: [create({ items: [1, 2] }), complete('task', { items: [9] }), complete('task')],
    expected: {
      states: ['COMPLETED'],
      variables: {
        process: { items: [9], results: [null, null] },
        task: { results: [null, null] },
        'task#2': { item: 1, loopCounter: 1, result: null },
        'task#3': { item: 2, loopCounter: 2, result: null },
      },
    },
  },
  {
    name: 'keeps its results in order when its counter is changed',
    model: oneTask(),
    steps: [
      create({ items: [1, 2] }),
      complete('task', { loopCounter: 2, result: 'first' }),
      complete('task', { result: 'second' }),
    ],
    expected: { states: ['COMPLETED'] },
  },
  {
    name: 'gives each a variable for a path that it gives',
    model: oneTask({ result: '=answer.text' }),
    steps: [
      create({ items: [1, 2], answer: { text: 'outer' } }),
      activate(),
      complete('task', { answer: { text: 'own' } }),
      complete('task'),
    ],
    expected: { states: ['COMPLETED'] },
  },
  {
    name: 'gives its item',
    model: oneTask({ result: '=item' }),
    steps: [create({ items: [1, 2] }), activate(), complete('task', { item: 7 }), complete('task')],
    expected: { states: ['COMPLETED'] },
  },
  {
    name: 'gives what is made of its variables',
    model: oneTask({ result: '={a: result, at: loopCounter, of: numberOfInstances}' }),
    steps: [create({ items: [1] }), activate(), complete('task', { result: 7 })],
    expected: {
      variables: {
        process: { items: [1], result: 7, results: [{ a: 7, at: 1, of: null }] },
        task: { results: [{ a: 7, at: 1, of: null }] },
        'task#2': { item: 1, loopCounter: 1 },
      },
    },
  },
  {
    name: 'waits with an incident where it cannot give anything',
    model: oneTask({ result: '=assert(result, result != null)' }),
    steps: [create({ items: [1, 2] }), complete('task'), resolve('task'), cancel()],
    expected: { states: ['TERMINATED'] },
  },
  {
    name: 'replaces its own list',
    model: oneTask({ collection: 'items', result: '=item + 1' }),
    steps: [create({ items: [1, 2] }), activate(), complete('task'), complete('task')],
    expected: { states: ['COMPLETED'] },
  },
  {
    name: 'goes through a list that is made on the spot',
    model: oneTask({ items: '=for i in 1..3 return {value: i}', result: '=item.value' }),
    steps: [create(), activate(), complete('task'), complete('task'), complete('task')],
    expected: { states: ['COMPLETED'] },
  },
  {
    name: 'maps the variables of each',
    model: oneTask(
      {},
      {
        inputs: { double: '=item * 2', items: '=loopCounter' },
        outputs: { result: '=given', last: '=loopCounter' },
      },
    ),
    steps: [
      create({ items: [1, 2] }),
      activate(),
      complete('task', { given: 'a' }),
      complete('task', { given: 'b' }),
    ],
    expected: { states: ['COMPLETED'] },
  },
  {
    name: 'waits with an incident of each whose inputs cannot be mapped',
    model: oneTask({}, { inputs: { a: '=assert(b, b != null)' } }),
    steps: [create({ items: [1, 2] }), resolve('task'), cancel()],
    expected: { states: ['TERMINATED'] },
  },
  {
    name: 'ends when enough is done',
    model: oneTask({ condition: '=numberOfCompletedInstances >= 2' }),
    steps: [
      create({ items: [1, 2, 3] }),
      complete('task', { result: 'a' }),
      fail('task', { retries: 0 }),
      complete('task'),
      resolve('task'),
      throwError('task', 'OTHER'),
      cancel(),
    ],
    expected: { states: ['TERMINATED'] },
  },
  {
    name: 'ends when enough is done, with the incidents of the others',
    model: oneTask({ condition: '=result = "enough"' }),
    steps: [
      create({ items: [1, 2, 3] }),
      complete('task', { result: 'more' }),
      complete('task', { result: 'enough' }),
    ],
    expected: { states: ['COMPLETED'], path: ['start', 'task', 'task', 'task', 'task', 'end'] },
  },
  {
    name: 'ends when enough is done one after the other',
    model: oneTask({ sequential: true, condition: '=results[1] = "enough"' }),
    steps: [create({ items: [1, 2] }), complete('task', { result: 'enough' })],
    expected: { states: ['COMPLETED'], path: ['start', 'task', 'task', 'end'] },
  },
  {
    name: 'waits with an incident where its condition is neither true nor false',
    model: oneTask({ condition: '=result' }),
    steps: [
      create({ items: [1, 2] }),
      complete('task', { result: 'no' }),
      resolve('task'),
      cancel(),
    ],
    expected: { states: ['TERMINATED'] },
  },
  {
    name: 'counts what it does at once',
    model: oneTask({
      condition: counts({
        loopCounter: 1,
        numberOfInstances: 3,
        numberOfActiveInstances: 2,
        numberOfCompletedInstances: 1,
        numberOfTerminatedInstances: 0,
      }),
    }),
    steps: [create({ items: [1, 2, 3] }), complete('task')],
    expected: { states: ['COMPLETED'] },
  },
  {
    name: 'counts what it does one after the other',
    model: oneTask({
      sequential: true,
      condition: counts({
        loopCounter: 2,
        numberOfInstances: 2,
        numberOfActiveInstances: 0,
        numberOfCompletedInstances: 2,
        numberOfTerminatedInstances: 0,
      }),
    }),
    steps: [create({ items: [1, 2, 3] }), complete('task'), complete('task')],
    expected: { states: ['COMPLETED'], path: ['start', 'task', 'task', 'task', 'end'] },
  },
  {
    name: 'ends with the error of one that its event catches',
    model: oneTask({ result: '=1' }, {}, gone('task')),
    steps: [
      create({ items: [] }),
      create({ items: [1] }),
      throwError('task', 'GONE', { why: 'x' }),
    ],
    expected: { states: ['COMPLETED', 'COMPLETED'] },
  },
  {
    name: 'waits with an incident of the one whose error nothing catches',
    model: oneTask(),
    steps: [create({ items: [] }), create({ items: [1] }), throwError('task', 'GONE'), cancel()],
    expected: { states: ['COMPLETED', 'TERMINATED'] },
  },
  {
    name: 'is cancelled',
    model: oneTask(),
    steps: [create({ items: [1, 2] }), cancel()],
    expected: { states: ['TERMINATED'] },
  },
  {
    name: 'shows what was given so far in its variables',
    model: oneTask(),
    steps: [create({ items: [1, 2] }), complete('task', { result: 'a' }), activate()],
    expected: { states: ['ACTIVE'] },
  },
  {
    name: 'does not let its results be replaced by one of them',
    model: oneTask(),
    steps: [
      create({ items: [1, 2] }),
      complete('task', { result: 'a', results: ['x', 'y', 'z'] }),
      complete('task', { result: 'b' }),
    ],
    expected: { states: ['COMPLETED'] },
  },
]
