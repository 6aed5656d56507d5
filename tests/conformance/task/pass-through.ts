import { element, end, ioMapping, model, path, start } from '../model.ts'
import type { Scenario } from '../scenario.ts'
import { create } from '../step.ts'

const mappings = ioMapping({ inputs: { a: '=1' }, outputs: { b: '=a' } })

const passing = (name: string): Scenario => ({
  name: 'lets a token pass, and ignores its mappings',
  model: model(
    start() + element(name, 'id="task"', mappings) + end() + path('start', 'task', 'end'),
  ),
  steps: [create({ x: 1 })],
  expected: { path: ['start', 'task', 'end'], variables: { process: { x: 1 } } },
})

export const undefinedTask: readonly Scenario[] = [passing('task')]
export const manualTask: readonly Scenario[] = [passing('manualTask')]
