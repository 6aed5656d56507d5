import type { JsonObject } from '@tenon/orchestration'
import { triggerSubscription } from '../core/trigger-subscription.ts'
import { hasRoom } from '../core/variables.ts'
import type { Transaction } from '../storage/transaction.ts'
import { startByEvent } from './start-by-event.ts'

export interface Signal {
  readonly signalName: string
  readonly variables: JsonObject
  /** The instance that threw it, and has caught it already; null from outside. */
  readonly processInstanceKey: number | null
}

/** Gives a signal to all that wait for it, and starts all processes that it starts. */
export const broadcastTo = (
  transaction: Transaction,
  { signalName, variables, processInstanceKey }: Signal,
): void => {
  const waiting = transaction.find.signalSubscriptions(signalName)
  for (const start of transaction.starts.named('SIGNAL', signalName)) {
    startByEvent(transaction, start, { variables, correlationKey: null })
  }
  for (const owned of waiting) {
    if (owned.processInstanceKey === processInstanceKey) continue
    const step = transaction.stepIfActive(owned.processInstanceKey)
    const subscription = step?.state.subscriptions.get(owned.key)
    if (step === undefined || subscription === undefined || !hasRoom(step, variables)) continue
    triggerSubscription(step, subscription, variables)
    step.run(transaction.nextBudget())
    transaction.add(step)
  }
}
