import type { ElementInstance } from './rows.ts'
import type { Step } from './step.ts'
import { triggerSubscription } from './trigger-subscription.ts'

/** Broadcasts a signal with the element's own variables, first to its own process instance. */
export const throwSignal = (step: Step, instance: ElementInstance, signalName: string): void => {
  const own = [...step.state.variablesOf(instance.key)]
  const variables = Object.fromEntries(own.map(([name, { value }]) => [name, value.json]))
  const { key: processInstanceKey } = step.processInstance
  step.effects.push({ kind: 'SIGNAL_BROADCAST', signalName, variables, processInstanceKey })
  for (const { key, kind, name } of [...step.state.subscriptions.values()]) {
    // One that was triggered may have ended others.
    const subscription = step.state.subscriptions.get(key)
    if (subscription === undefined || kind !== 'SIGNAL' || name !== signalName) continue
    triggerSubscription(step, subscription, variables)
  }
}
