import type { InclusiveGateway } from '@tenon/bpmn'
import { addTokens } from '../core/arrived-flows.ts'
import { canReach } from '../core/can-reach.ts'
import type { CompileContext, ElementBehavior } from '../core/element-behavior.ts'
import { holds, noneHolds } from '../core/holds.ts'
import type { Step } from '../core/step.ts'

/**
 * Waits until each incoming flow has a token or none can come any more, as far as that can be told
 * when one arrives: as in Zeebe, nothing asks again when another token ends elsewhere. Then sends
 * one on each outgoing flow whose condition holds, else on the default flow.
 */
export const inclusiveGateway = (
  model: InclusiveGateway,
  { outgoing }: CompileContext,
): ElementBehavior => ({
  isInstant: true,
  arrive: (step, flow, scopeKey) => join(step, model, { flowId: flow.model.id, scopeKey }),
  leave: (step, instance) => {
    const { id, defaultFlowId } = model
    const chosen = outgoing.filter(
      (flow) => flow.model.id !== defaultFlowId && holds(step, instance, flow),
    )
    if (chosen.length > 0 || outgoing.length === 0) return chosen
    const otherwise = outgoing.filter((flow) => flow.model.id === defaultFlowId)
    if (otherwise.length > 0) return otherwise
    throw noneHolds(step, instance, { gatewayId: id, flows: outgoing })
  },
})

const join = (
  step: Step,
  { id, incoming }: InclusiveGateway,
  { flowId, scopeKey }: { readonly flowId: string; readonly scopeKey: number },
): boolean => {
  if (incoming.length === 1) return true
  addTokens(step, { scopeKey, elementId: id, flowId }, 1)
  const waiting = step.state.arrivedFlows.get(scopeKey)
  const flows = incoming.filter((flow) => waiting?.has(flow.id) !== true)
  if (canReach(step, { joinId: id, flows }, scopeKey)) return false
  for (const flow of incoming.filter((each) => !flows.includes(each)))
    addTokens(step, { scopeKey, elementId: id, flowId: flow.id }, -1)
  return true
}
