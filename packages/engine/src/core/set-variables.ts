import { OrchestrationError, type JsonObject } from '@tenon/orchestration'
import type { Step } from './step.ts'
import { propagate, setLocal } from './variables.ts'

interface Target {
  /** Of the process instance, or of an element instance in it. */
  readonly scopeKey: number
  /** Whether they are set in that very scope, or where each of them is found. */
  readonly isLocal: boolean
}

/**
 * Sets variables from outside. Nothing is tried again by that: whoever waits for one resolves its
 * incident. Throws `NOT_FOUND`, `VARIABLES_TOO_LARGE` or `JSON_TOO_DEEP`.
 */
export const setVariables = (
  step: Step,
  variables: JsonObject,
  { scopeKey, isLocal }: Target,
): void => {
  const isRoot = scopeKey === step.processInstance.key
  if (!isRoot && step.state.elements.get(scopeKey) === undefined) throw hasEnded(scopeKey)
  if (isLocal) setLocal(step, scopeKey, variables)
  else propagate(step, scopeKey, variables)
}

const hasEnded = (elementInstanceKey: number): OrchestrationError =>
  new OrchestrationError(
    'NOT_FOUND',
    `Element instance ${elementInstanceKey} has ended, so its variables cannot be changed. ` +
      'Set those of its process instance, or of another element instance.',
  )
