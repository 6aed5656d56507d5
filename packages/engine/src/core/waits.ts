import type { Element } from './definition.ts'
import type { Step } from './step.ts'

/**
 * Begins to wait for events that can happen to an element instance or the process instance, its
 * host. Throws `IncidentError` where an event cannot say what it waits for.
 */
export const openWaits = (step: Step, hostKey: number, events: readonly Element[]): void => {
  for (const event of events) event.behavior.wait?.(step, hostKey)
}

/** Ends all waiting at a host, which ends or is interrupted, or only that for some events. */
export const closeWaits = (step: Step, hostKey: number, events?: readonly Element[]): void => {
  const endedAt = step.environment.now
  const isMeant = ({ elementId }: { readonly elementId: string }): boolean =>
    events === undefined || events.some(({ model }) => model.id === elementId)
  for (const row of step.state.timers.of(hostKey).filter(isMeant)) {
    step.emit({ entity: 'timer', row: { ...row, endedAt } })
  }
  for (const row of step.state.subscriptions.of(hostKey).filter(isMeant)) {
    step.emit({ entity: 'subscription', row: { ...row, state: 'DELETED', endedAt } })
  }
}
