import type { Comparison } from './compare-all.ts'
import type { Configured } from './configure-in-panel.ts'
import type { Difference } from './comparison.ts'
import type { Scenario } from './scenario.ts'

/** A difference, with the lines that only one of the two has. */
export const describeDifference = ({ scenario, action, ours, theirs }: Difference): string =>
  [
    `${scenario}: ${action}`,
    ...ours.map((line) => `    Tenon:   ${line.trim()}`),
    ...theirs.map((line) => `    Camunda: ${line.trim()}`),
  ].join('\n')

/** How many templates, actions and differences there were. */
export const describeComparison = (
  scenarios: readonly Scenario[],
  { actions, actionsInModeler, differences }: Comparison,
): string => {
  const templates = scenarios.flatMap(({ phases }) => phases.map(({ template }) => template.id))
  const all = actions + actionsInModeler
  return (
    `${new Set(templates).size} templates, ${scenarios.length} scenarios, ` +
    `${actions} actions, ${actionsInModeler} of them in our modeler too: ` +
    `${all - differences.length} of ${all} agree`
  )
}

/** How many templates were chosen in the panel, and how many fields filled. */
export const describePanel = (offered: number, configured: readonly Configured[]): string => {
  const fields = configured.reduce((sum, { fieldsFilled }) => sum + fieldsFilled, 0)
  return `${configured.length} of ${offered} templates that the panel offers, ${fields} fields filled`
}
