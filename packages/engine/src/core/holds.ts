import { FeelError } from '@tenon/feel'
import type { Flow } from './definition.ts'
import { sayEmptyVariables } from './empty-variables.ts'
import { IncidentError } from './incident-error.ts'
import type { ElementInstance } from './rows.ts'
import type { Step } from './step.ts'
import { visibleFrom } from './variables.ts'

/** Whether the condition of a flow is true; throws `IncidentError` where it cannot decide. */
export const holds = (
  step: Step,
  instance: ElementInstance,
  { condition, model }: Flow,
): boolean => {
  if (condition === null) return true
  const { source, evaluate } = condition
  const read = visibleFrom(step, instance.key)
  const cannotDecide = (reason: string): IncidentError => {
    const sentences = [
      `Condition ${source} of flow ${model.id} cannot decide: ${reason}`,
      ...sayEmptyVariables(source, read),
      'Correct the variables and resolve the incident.',
    ]
    return new IncidentError('EXTRACT_VALUE_ERROR', sentences.join(' '))
  }
  try {
    const result = evaluate(read, step.environment)
    if (typeof result === 'boolean') return result
    throw cannotDecide('it is neither true nor false.')
  } catch (error) {
    if (error instanceof FeelError) throw cannotDecide(error.message)
    throw error
  }
}

/** Of a gateway that has no flow to take. */
export const noneHolds = (
  step: Step,
  instance: ElementInstance,
  { gatewayId, flows }: { readonly gatewayId: string; readonly flows: readonly Flow[] },
): IncidentError => {
  const read = visibleFrom(step, instance.key)
  const sentences = [
    `No condition of gateway ${gatewayId} is true and it has no default flow.`,
    ...flows.flatMap(({ condition }) => sayEmptyVariables(condition?.source ?? '', read)),
    'Correct the variables and resolve the incident, or give the gateway a default flow.',
  ]
  return new IncidentError('CONDITION_ERROR', [...new Set(sentences)].join(' '))
}
