import type { ParallelGateway } from '@tenon/bpmn'
import type { ElementBehavior } from '../core/element-behavior.ts'
import type { Step } from '../core/step.ts'

/** Waits for a token on each incoming flow, then sends one on each outgoing flow. */
export const parallelGateway = ({ id, incoming }: ParallelGateway): ElementBehavior => ({
  arrive: (step, { model }) => {
    addTokens(step, id, model.id, 1)
    // A flow of which no token waits is not counted, so it is enough to compare sizes.
    if (step.state.arrivedFlows.get(id)?.size !== incoming.length) return false
    for (const flow of incoming) addTokens(step, id, flow.id, -1)
    return true
  },
})

const addTokens = (step: Step, elementId: string, flowId: string, added: number): void => {
  const count = (step.state.arrivedFlows.get(elementId)?.get(flowId) ?? 0) + added
  const { key: processInstanceKey } = step.processInstance
  step.emit({ entity: 'arrivedFlow', row: { processInstanceKey, elementId, flowId, count } })
}
