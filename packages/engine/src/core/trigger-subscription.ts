import type { JsonObject } from '@tenon/orchestration'
import type { Subscription } from './rows.ts'
import type { Step } from './step.ts'
import { triggerEvent } from './trigger-event.ts'

/** What a subscription waits for has come: goes on at its event. */
export const triggerSubscription = (
  step: Step,
  subscription: Subscription,
  variables: JsonObject,
): void => {
  const event = step.element(subscription.elementId)
  const { model } = event
  const goesOnWaiting = 'isInterrupting' in model && !model.isInterrupting
  if (!goesOnWaiting) {
    const endedAt = step.environment.now
    step.emit({ entity: 'subscription', row: { ...subscription, state: 'CORRELATED', endedAt } })
  }
  triggerEvent(step, { hostKey: subscription.hostKey, event }, variables)
}
