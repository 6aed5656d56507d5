import {
  element,
  end,
  ioMapping,
  model,
  path,
  serviceTask,
  start,
  type Mappings,
} from '../model.ts'
import type { Scenario } from '../scenario.ts'
import { activate, complete, create, throwError } from '../step.ts'
import { gone, marker, task, type Loop } from './loop.ts'

const subProcess = (loop: Loop, mappings: Mappings = {}, ...others: readonly string[]): string =>
  model(
    start(),
    element(
      'subProcess',
      'id="sub"',
      ioMapping(mappings),
      marker(loop) + start('in') + serviceTask('work') + end('out') + path('in', 'work', 'out'),
    ),
    end(),
    path('start', 'sub', 'end'),
    ...others,
  )

export const subProcesses: readonly Scenario[] = [
  {
    name: 'does a sub-process for each item',
    model: subProcess({}, { inputs: { own: '=item' }, outputs: { last: '=result' } }),
    steps: [
      create({ items: [1, 2] }),
      activate(),
      complete('work', { result: 'a' }),
      complete('work', { result: 'b' }),
    ],
    expected: { states: ['COMPLETED'] },
  },
  {
    name: 'does a sub-process for each item, one after the other',
    model: subProcess({ sequential: true }),
    steps: [
      create({ items: [1, 2] }),
      complete('work', { result: 'a' }),
      complete('work', { result: 'b' }),
    ],
    expected: { states: ['COMPLETED'] },
  },
  {
    name: 'does a sub-process for each of many items',
    model: subProcess({}),
    steps: [create({ items: [1, 2, 3, 4] }), ...[1, 2, 3, 4].map(() => complete('work'))],
    expected: { states: ['COMPLETED'] },
  },
  {
    name: 'ends all sub-processes when enough is done',
    model: subProcess({ condition: '=result = 1' }),
    steps: [create({ items: [1, 2] }), complete('work', { result: 1 })],
    expected: { states: ['COMPLETED'] },
  },
  {
    name: 'catches the error of a sub-process',
    model: subProcess({}, {}, gone('sub')),
    steps: [create({ items: [1, 2] }), throwError('work', 'GONE')],
    expected: { states: ['COMPLETED'] },
  },
  {
    name: 'goes through a list of lists',
    model: model(
      start() + end() + path('start', 'sub', 'end'),
      element(
        'subProcess',
        'id="sub"',
        '',
        marker({ items: '=rows', element: 'items', collection: 'all', result: '=results' }) +
          start('in') +
          task({ sequential: true }) +
          end('out') +
          path('in', 'task', 'out'),
      ),
    ),
    steps: [
      create({ rows: [[1, 2], [3]] }),
      complete('task', { result: 'a' }),
      complete('task', { result: 'b' }),
      complete('task', { result: 'c' }),
    ],
    expected: { states: ['COMPLETED'] },
  },
]
