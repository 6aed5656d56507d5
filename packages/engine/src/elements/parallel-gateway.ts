import type { ParallelGateway } from '@tenon/bpmn'
import type { ElementBehavior } from '../core/element-behavior.ts'
import type { ArrivedFlow } from '../core/rows.ts'
import type { Step } from '../core/step.ts'

/** Waits for a token on each incoming flow, then sends one on each outgoing flow. */
export const parallelGateway = ({ id, incoming }: ParallelGateway): ElementBehavior => ({
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

type Place = Pick<ArrivedFlow, 'scopeKey' | 'elementId' | 'flowId'>

const addTokens = (step: Step, place: Place, added: number): void => {
  const waiting = step.state.arrivedFlows.get(place.scopeKey)?.get(place.flowId)?.count ?? 0
  const { key: processInstanceKey } = step.processInstance
  const row = { processInstanceKey, ...place, count: waiting + added }
  step.emit({ entity: 'arrivedFlow', row })
}
