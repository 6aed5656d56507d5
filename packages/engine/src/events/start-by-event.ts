import { OrchestrationError, type JsonObject } from '@tenon/orchestration'
import { createInstanceBy } from '../core/create-instance.ts'
import type { Definition } from '../core/definition.ts'
import type { StartSubscription } from '../storage/start-subscriptions.ts'
import type { Transaction } from '../storage/transaction.ts'

/** Starts a process; returns the key of the instance, undefined where its model cannot be run. */
export const startByEvent = (
  transaction: Transaction,
  { processDefinitionKey, elementId }: StartSubscription,
  event: { readonly variables: JsonObject; readonly correlationKey: string | null },
): number | undefined => {
  const definition = findDefinition(transaction, processDefinitionKey)
  if (definition === undefined) return undefined
  const step = createInstanceBy(definition, { elementId, ...event }, transaction)
  step.run(transaction.nextBudget())
  transaction.add(step)
  return step.processInstance.key
}

const findDefinition = (transaction: Transaction, key: number): Definition | undefined => {
  try {
    return transaction.definitions.get(key)
  } catch (error) {
    if (error instanceof OrchestrationError) return undefined
    throw error
  }
}
