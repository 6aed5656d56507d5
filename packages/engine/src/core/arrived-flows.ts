import type { ArrivedFlow } from './rows.ts'
import type { Step } from './step.ts'

type Place = Pick<ArrivedFlow, 'scopeKey' | 'elementId' | 'flowId'>

/** Adds to the tokens that wait at a join for those of its other flows. */
export const addTokens = (step: Step, place: Place, added: number): void => {
  const waiting = step.state.arrivedFlows.get(place.scopeKey)?.get(place.flowId)?.count ?? 0
  const { key: processInstanceKey } = step.processInstance
  const row = { processInstanceKey, ...place, count: waiting + added }
  step.emit({ entity: 'arrivedFlow', row })
}
