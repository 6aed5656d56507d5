import type { FlowElement } from '@tenon/bpmn'
import type { Subscription } from '../core/rows.ts'
import type { Step } from '../core/step.ts'

/** An event that waits. */
export type WaitingEvent = Pick<FlowElement, 'id' | 'type'>

/** Opens a subscription at a host. */
export const subscribe = (
  step: Step,
  awaited: Pick<Subscription, 'hostKey' | 'elementId' | 'kind' | 'name' | 'correlationKey'>,
): Subscription => {
  const row: Subscription = {
    key: step.environment.nextKey(),
    processInstanceKey: step.processInstance.key,
    ...awaited,
    state: 'CREATED',
    createdAt: step.environment.now,
    endedAt: null,
  }
  step.emit({ entity: 'subscription', row })
  return row
}

/** Whose variables an event sees: those of its host, but at a boundary those around that. */
export const scopeOf = (step: Step, hostKey: number, { type }: WaitingEvent): number =>
  (type === 'BOUNDARY_EVENT' ? step.state.elements.get(hostKey)?.scopeKey : undefined) ?? hostKey
