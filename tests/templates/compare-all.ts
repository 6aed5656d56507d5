import { compare, type Difference } from './comparison.ts'
import { Oracle } from './oracle.ts'
import type { Performer, Scenario } from './scenario.ts'

/** What came of doing all that Camunda's modeler did again. */
export interface Comparison {
  readonly actions: number
  readonly differences: readonly Difference[]
}

/** Has Camunda's modeler do what the scenarios say, and a performer of ours the same. */
export const compareAll = async (
  scenarios: readonly Scenario[],
  performerOf: () => Performer,
): Promise<Comparison> => {
  await using oracle = await Oracle.start()
  const differences: Difference[] = []
  let actions = 0
  await oracle.record(scenarios, async (scenario, steps) => {
    actions += steps.length
    differences.push(...(await compare(performerOf(), scenario, steps)))
  })
  return { actions, differences }
}
