import type { JsonObject } from '@tenon/orchestration'
import type { Ending } from './outcome.ts'
import type { Step } from './step.ts'

/** A model, what is done with it, and what must come of that. */
export interface Scenario {
  /** What happens, as a sentence about the element; unique among those of its kind. */
  readonly name: string
  /** BPMN. */
  readonly model: string
  /** None where only the deployment counts. */
  readonly steps: readonly Step[]
  /** What is named must be exactly so; what is not, is still compared with Zeebe's. */
  readonly expected: Expectation
}

export type Expectation =
  'refused' | 'deployed' | (Partial<Omit<Ending, 'variables'>> & ExpectedVariables)

interface ExpectedVariables {
  /** By scope: a process or an element, the second of the same id as `task#2`. */
  readonly variables?: Readonly<Record<string, JsonObject>>
}
