import type { ParallelGateway } from '@tenon/bpmn'
import type { ElementBehavior } from '../core/element-behavior.ts'

/** Waits for a token on each incoming flow, then sends one on each outgoing flow. */
export const parallelGateway = ({ incoming }: ParallelGateway): ElementBehavior => ({
  arrive: (step, { model }) => {
    const arrived = new Map(Object.entries(step.processInstance.arrivedFlows))
    arrived.set(model.id, (arrived.get(model.id) ?? 0) + 1)
    const isComplete = incoming.every(({ id }) => arrived.has(id))
    if (isComplete) for (const { id } of incoming) takeOne(arrived, id)
    step.changeProcessInstance({ arrivedFlows: Object.fromEntries(arrived) })
    return isComplete
  },
})

const takeOne = (arrived: Map<string, number>, flowId: string): void => {
  const count = arrived.get(flowId) ?? 0
  if (count > 1) arrived.set(flowId, count - 1)
  else arrived.delete(flowId)
}
