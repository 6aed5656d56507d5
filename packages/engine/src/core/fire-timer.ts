import { nextDueAt, TimingError, type Timing, type TimingClock } from '@tenon/bpmn'
import type { Timer } from './rows.ts'
import type { Step } from './step.ts'
import { triggerEvent } from './trigger-event.ts'

/** Lets the event happen whose time has come, and sets the timer again where it repeats. */
export const fireTimer = (step: Step, timer: Timer): void => {
  const { hostKey, elementId } = timer
  const host = step.state.elements.get(hostKey)
  // As in Zeebe, what waits for its incident before it can complete is not interrupted any more.
  const isWaiting = host === undefined || host.phase === 'ACTIVE'
  const { now } = step.environment
  const again = isWaiting ? repeated(timer, step.environment) : undefined
  const row = again === undefined ? { ...timer, endedAt: now } : { ...timer, ...again }
  step.emit({ entity: 'timer', row })
  if (isWaiting) triggerEvent(step, { hostKey, event: step.element(elementId) }, {})
  step.run()
}

/** The next time of what repeats; undefined where that was the last. */
export const repeated = (
  { dueAt, repetitions, interval }: Timing,
  clock: TimingClock,
): Omit<Timing, 'interval'> | undefined => {
  if (interval === null || repetitions === 0) return undefined
  try {
    return {
      dueAt: nextDueAt(interval, dueAt, clock),
      repetitions: repetitions === null ? null : repetitions - 1,
    }
  } catch (error) {
    // Beyond the calendar.
    if (error instanceof TimingError) return undefined
    throw error
  }
}
