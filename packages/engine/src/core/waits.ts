import type { Step } from './step.ts'

/**
 * Begins to wait for the events that can happen to an element instance or the process instance,
 * its host. Throws `IncidentError` where an event cannot say what it waits for.
 */
export const openWaits = (step: Step, hostKey: number): void => {
  for (const event of step.eventsAt(hostKey)) event.behavior.wait?.(step, hostKey)
}

/** Ends all waiting at a host, which ends or is interrupted. */
export const closeWaits = (step: Step, hostKey: number): void => {
  const endedAt = step.environment.now
  for (const row of step.state.timers.of(hostKey)) {
    step.emit({ entity: 'timer', row: { ...row, endedAt } })
  }
  for (const row of step.state.subscriptions.of(hostKey)) {
    step.emit({ entity: 'subscription', row: { ...row, state: 'DELETED', endedAt } })
  }
}
