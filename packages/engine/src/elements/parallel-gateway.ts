import type { ParallelGateway } from '@tenon/bpmn'
import { addTokens } from '../core/arrived-flows.ts'
import type { ElementBehavior } from '../core/element-behavior.ts'

/** Waits for a token on each incoming flow, then sends one on each outgoing flow. */
export const parallelGateway = ({ id, incoming }: ParallelGateway): ElementBehavior => ({
  isInstant: true,
  arrive: (step, { model }, scopeKey) => {
    addTokens(step, { scopeKey, elementId: id, flowId: model.id }, 1)
    const arrived = step.state.arrivedFlows.get(scopeKey)
    // The sizes tell of most tokens that they are not the last, without looking at each flow.
    if (arrived === undefined || arrived.size < incoming.length) return false
    if (!incoming.every((flow) => arrived.has(flow.id))) return false
    for (const flow of incoming) {
      addTokens(step, { scopeKey, elementId: id, flowId: flow.id }, -1)
    }
    return true
  },
})
