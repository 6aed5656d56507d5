import type { ExclusiveGateway } from '@tenon/bpmn'
import { FeelError } from '@tenon/feel'
import type { Flow } from '../core/definition.ts'
import type { CompileContext, ElementBehavior } from '../core/element-behavior.ts'
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
    throw new IncidentError(
      'CONDITION_ERROR',
      `No condition of gateway ${id} is true and it has no default flow. ` +
        'Correct the variables and resolve the incident, or give the gateway a default flow.',
    )
  },
})

const holds = (step: Step, instance: ElementInstance, { condition, model }: Flow): boolean => {
  if (condition === null) return true
  try {
    const result = condition.evaluate(visibleFrom(step, instance.key), step.environment)
    if (typeof result === 'boolean') return result
    throw cannotDecide(model.id, condition.source, 'it is neither true nor false')
  } catch (error) {
    if (error instanceof FeelError) throw cannotDecide(model.id, condition.source, error.message)
    throw error
  }
}

const cannotDecide = (flowId: string, source: string, reason: string): IncidentError =>
  new IncidentError(
    'EXTRACT_VALUE_ERROR',
    `Condition ${source} of flow ${flowId} cannot decide: ${reason}. ` +
      'Correct the variables and resolve the incident.',
  )
