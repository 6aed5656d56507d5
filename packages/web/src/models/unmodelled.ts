import type { ProcessDefinition } from '@tenon/orchestration'
import type { ModelSummary } from '../api/models.ts'

/** The processes that no model was deployed as. */
export const unmodelled = (
  definitions: readonly ProcessDefinition[],
  models: readonly ModelSummary[],
): readonly ProcessDefinition[] => {
  const modelled = new Set(models.map(({ deployed }) => deployed?.processDefinitionId))
  return definitions.filter(({ processDefinitionId }) => !modelled.has(processDefinitionId))
}
