import { OrchestrationError } from '@tenon/orchestration'
import type { Subscription } from '../core/rows.ts'
import { triggerSubscription } from '../core/trigger-subscription.ts'
import { hasRoom } from '../core/variables.ts'
import type { Message } from '../storage/message-store.ts'
import type { Transaction } from '../storage/transaction.ts'
import type { Owned } from '../storage/work-finder.ts'
import { startByEvent } from './start-by-event.ts'

/**
 * Gives a message to each process that waits for it: to the oldest subscription of its instances,
 * else to its start event. Returns the instances, those started first.
 */
export const correlate = (transaction: Transaction, message: Message): readonly number[] => {
  const { name, correlationKey } = message
  const waiting = new Map<string, Owned>()
  for (const owned of transaction.find.messageSubscriptions(name, correlationKey)) {
    const { processDefinitionId } = owned
    if (!waiting.has(processDefinitionId)) waiting.set(processDefinitionId, owned)
  }
  const started = transaction.starts
    .named('MESSAGE', name)
    .filter(({ processDefinitionId }) => !waiting.has(processDefinitionId))
    .flatMap((start) => startWith(transaction, message, start) ?? [])
  const triggered = [...waiting].flatMap(([processDefinitionId, owned]) =>
    trigger(transaction, message, { ...owned, processDefinitionId })
      ? [owned.processInstanceKey]
      : [],
  )
  return [...started, ...triggered]
}

/** Gives a new subscription the messages that wait for it. */
export const correlateNext = (transaction: Transaction, awaited: Subscription): void => {
  const { name, key, processInstanceKey } = awaited
  const correlationKey = awaited.correlationKey ?? ''
  for (;;) {
    const step = transaction.stepIfActive(processInstanceKey)
    if (step?.state.subscriptions.get(key) === undefined) return
    const processDefinitionId = step.definition.id
    const message = transaction.messages.forSubscription(
      { name, correlationKey },
      processDefinitionId,
      transaction.now,
    )
    if (message === undefined) return
    if (!hasRoom(step, message.variables)) return
    trigger(transaction, message, { key, processInstanceKey, processDefinitionId })
  }
}

/** Starts a process with the next message of a correlation key, once the key is free. */
export const startNext = (
  transaction: Transaction,
  freed: { readonly processDefinitionId: string; readonly correlationKey: string },
): void => {
  const { processDefinitionId, correlationKey } = freed
  const message = transaction.messages.forStart(
    processDefinitionId,
    correlationKey,
    transaction.now,
  )
  if (message === undefined) return
  const start = transaction.starts
    .named('MESSAGE', message.name)
    .find((each) => each.processDefinitionId === processDefinitionId)
  if (start !== undefined) startWith(transaction, message, start)
}

type Start = ReturnType<Transaction['starts']['named']>[number]

const startWith = (
  transaction: Transaction,
  message: Message,
  start: Start,
): number | undefined => {
  const { processDefinitionId } = start
  // One instance at a time for a key; without a key there may be any number.
  const correlationKey = message.correlationKey === '' ? null : message.correlationKey
  if (
    correlationKey !== null &&
    transaction.starts.isStarted(processDefinitionId, correlationKey)
  ) {
    return undefined
  }
  const key = startByEvent(transaction, start, { variables: message.variables, correlationKey })
  if (key !== undefined)
    transaction.messages.correlate(message, processDefinitionId, transaction.now)
  return key
}

/** Whether the instance was there to take it. Throws `VARIABLES_TOO_LARGE`. */
const trigger = (
  transaction: Transaction,
  message: Message,
  owned: Owned & { readonly processDefinitionId: string },
): boolean => {
  const step = transaction.stepIfActive(owned.processInstanceKey)
  const subscription = step?.state.subscriptions.get(owned.key)
  if (step === undefined || subscription === undefined) return false
  if (!hasRoom(step, message.variables)) throw tooLarge(message, owned.processInstanceKey)
  triggerSubscription(step, subscription, message.variables)
  step.run(transaction.nextBudget())
  transaction.add(step)
  transaction.messages.correlate(message, owned.processDefinitionId, transaction.now)
  return true
}

const tooLarge = ({ name }: Message, processInstanceKey: number): OrchestrationError =>
  new OrchestrationError(
    'VARIABLES_TOO_LARGE',
    `Process instance ${processInstanceKey} waits for message ${name}, but has no room left for its ` +
      'variables. Keep large data outside the message and pass a reference to it.',
  )
