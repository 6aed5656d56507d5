import type { ExclusiveGateway } from '@tenon/bpmn'
import { FeelError } from '@tenon/feel'
import type { Flow } from '../core/definition.ts'
import type { CompileContext, ElementBehavior } from '../core/element-behavior.ts'
import { emptyVariables } from '../core/empty-variables.ts'
import { IncidentError } from '../core/incident-error.ts'
import type { ElementInstance } from '../core/rows.ts'
import type { Step } from '../core/step.ts'
import { visibleFrom } from '../core/variables.ts'

/** Takes the first flow whose condition holds, else the default flow. */
export const exclusiveGateway = (
  { id, defaultFlowId }: ExclusiveGateway,
  { outgoing }: CompileContext,
): ElementBehavior => ({
  leave: (step, instance) => {
    const chosen = outgoing.find(
      (flow) => flow.model.id !== defaultFlowId && holds(step, instance, flow),
    )
    const taken = chosen ?? outgoing.find(({ model }) => model.id === defaultFlowId)
    if (taken !== undefined) return [taken]
    if (outgoing.length === 0) return []
    const read = visibleFrom(step, instance.key)
    const sentences = [
      `No condition of gateway ${id} is true and it has no default flow.`,
      ...outgoing.flatMap(({ condition }) => emptyVariables(condition?.source ?? '', read)),
      'Correct the variables and resolve the incident, or give the gateway a default flow.',
    ]
    throw new IncidentError('CONDITION_ERROR', [...new Set(sentences)].join(' '))
  },
})

const holds = (step: Step, instance: ElementInstance, { condition, model }: Flow): boolean => {
  if (condition === null) return true
  const { source, evaluate } = condition
  const read = visibleFrom(step, instance.key)
  const cannotDecide = (reason: string): IncidentError => {
    const sentences = [
      `Condition ${source} of flow ${model.id} cannot decide: ${reason}`,
      ...emptyVariables(source, read),
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
