import { jobOf } from '@tenon/bpmn'
import type { Job as JobView, Json, JsonObject } from '@tenon/orchestration'
import type { Job } from '../core/rows.ts'
import type { Step } from '../core/step.ts'
import { outputCollectionOf, scopesFrom } from '../core/variables.ts'

/** A job as those see it who work on it, with all variables or those named. */
export const viewJob = (step: Step, job: Job, fetchVariables?: readonly string[]): JobView => {
  const { definition, processInstance } = step
  const instance = step.state.elements.get(job.elementInstanceKey)
  if (instance === undefined) throw new Error(`Job ${job.key} has no element instance`)
  const { model } = step.elementOf(instance)
  return {
    jobKey: String(job.key),
    type: job.type,
    processInstanceKey: String(processInstance.key),
    processDefinitionKey: String(definition.key),
    processDefinitionId: definition.id,
    processDefinitionVersion: definition.version,
    elementId: instance.elementId,
    elementInstanceKey: String(instance.key),
    customHeaders: jobOf(model)?.headers ?? {},
    retries: job.retries,
    worker: job.worker,
    deadline: job.state === 'LEASED' ? job.dueAt : null,
    variables: visibleVariables(step, instance.key, fetchVariables),
    tags: processInstance.tags,
  }
}

/** All variables that a scope sees, or those named. */
export const visibleVariables = (
  step: Step,
  scopeKey: number,
  names?: readonly string[],
): JsonObject => {
  const wanted = names === undefined ? undefined : new Set(names)
  const entries = scopesFrom(step, scopeKey)
    .toReversed()
    .flatMap((scope) => variablesIn(step, scope))
    .filter(([name]) => wanted?.has(name) ?? true)
    .map(([name, read]) => [name, read()] as const)
  return Object.fromEntries(entries)
}

const variablesIn = (
  step: Step,
  scopeKey: number,
): readonly (readonly [name: string, read: () => Json])[] => {
  const output = outputCollectionOf(step, scopeKey)
  return [
    ...(output === undefined ? [] : [[output.name, output.read] as const]),
    ...[...step.state.variablesOf(scopeKey)].map(
      ([name, { value }]) => [name, () => value.json] as const,
    ),
  ]
}
