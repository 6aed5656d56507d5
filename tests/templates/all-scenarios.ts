import { camundaTemplates } from './camunda-templates.ts'
import type { Scenario } from './scenario.ts'
import { scenariosOf } from './scenarios.ts'
import { syntheticTemplates } from './synthetic/synthetic-templates.ts'

/** What is compared: Camunda's templates, and our own. */
export const allScenarios = (): readonly Scenario[] => [
  ...scenariosOf(camundaTemplates()),
  ...scenariosOf(new Map(syntheticTemplates().map((template) => [template.id, [template]]))),
]
