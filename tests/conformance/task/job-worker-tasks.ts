import { boundaryErrorEvent, element, end, ioMapping, model, path, start } from '../model.ts'
import type { Scenario } from '../scenario.ts'
import { activate, complete, create, fail, throwError } from '../step.ts'

const job = '<zeebe:taskDefinition type="work" retries="=n" />'
const headers = '<zeebe:taskHeaders><zeebe:header key="k" value="v" /></zeebe:taskHeaders>'

const around = (name: string, extensions: string, ...more: readonly string[]): string =>
  model(
    start() + element(name, 'id="task"', extensions) + end() + path('start', 'task', 'end'),
    ...more,
  )

const doneByWorkers = (name: string): readonly Scenario[] => [
  {
    name: 'is done by a worker',
    model: around(
      name,
      job + headers + ioMapping({ inputs: { a: '=n + 1' }, outputs: { b: '=result' } }),
    ),
    steps: [create({ n: 2 }), activate(), complete('task', { result: 5 })],
    expected: { variables: { process: { b: 5, n: 2 }, task: { a: 3, result: 5 } } },
  },
  {
    name: 'raises an incident without retries left',
    model: around(name, job),
    steps: [create({ n: 1 }), fail('task', { retries: 0 })],
    expected: { incidents: ['JOB_NO_RETRIES at task'] },
  },
  {
    name: 'throws an error that is caught',
    model: around(name, job, end('caught'), boundaryErrorEvent('at', { at: 'task', to: 'caught' })),
    steps: [create({ n: 1 }), throwError('task', 'GONE')],
    expected: { path: ['start', 'task', 'at', 'caught'] },
  },
  {
    name: 'is refused without a job type',
    model: around(name, ''),
    steps: [],
    expected: 'refused',
  },
]

export const sendTask = doneByWorkers('sendTask')
export const businessRuleTask = doneByWorkers('businessRuleTask')
export const workerScriptTask = doneByWorkers('scriptTask')
