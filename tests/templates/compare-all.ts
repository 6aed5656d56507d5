import { compare, type Difference } from './comparison.ts'
import { Oracle } from './oracle.ts'
import type { Scenario, Step } from './scenario.ts'
import { Tenon } from './tenon.ts'
import { TenonModeler } from './tenon-modeler.ts'

/** What came of doing all that Camunda's modeler did again. */
export interface Comparison {
  /** Compared without a modeler. */
  readonly actions: number
  /** Compared in ours. */
  readonly actionsInModeler: number
  readonly differences: readonly Difference[]
}

/** Has Camunda's modeler do what the scenarios say; then the library alone, and our modeler. */
export const compareAll = async (scenarios: readonly Scenario[]): Promise<Comparison> => {
  await using oracle = await Oracle.start()
  await using modeler = await TenonModeler.start()
  const differences: Difference[] = []
  let actions = 0
  let actionsInModeler = 0
  const take = async (scenario: Scenario, steps: readonly Step[]): Promise<void> => {
    actions += steps.length
    differences.push(...(await compare(new Tenon(), scenario, steps)))
    if (!isForModeler(scenario)) return
    actionsInModeler += steps.length
    differences.push(...(await modeler.compare(scenario, steps)))
  }
  await oracle.record(scenarios, take)
  return { actions, actionsInModeler, differences }
}

/** All of each third template: what it writes with is the same library. The app has no presets. */
const isForModeler = ({ seed, phases }: Scenario): boolean =>
  Math.floor(seed / 100) % 3 === 0 && phases.every(({ preset }) => preset === undefined)
