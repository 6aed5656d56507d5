import type { ExclusiveGateway } from '@tenon/bpmn'
import type { CompileContext, ElementBehavior } from '../core/element-behavior.ts'
import { holds, noneHolds } from '../core/holds.ts'

/** Takes the first flow whose condition holds, else the default flow. */
export const exclusiveGateway = (
  { id, defaultFlowId }: ExclusiveGateway,
  { outgoing }: CompileContext,
): ElementBehavior => ({
  isInstant: true,
  leave: (step, instance) => {
    const chosen = outgoing.find(
      (flow) => flow.model.id !== defaultFlowId && holds(step, instance, flow),
    )
    const taken = chosen ?? outgoing.find(({ model }) => model.id === defaultFlowId)
    if (taken !== undefined) return [taken]
    if (outgoing.length === 0) return []
    throw noneHolds(step, instance, { gatewayId: id, flows: outgoing })
  },
})
