import { OrchestrationError, type JsonObject } from '@tenon/orchestration'
import type { Definition } from './definition.ts'
import { InstanceState } from './instance-state.ts'
import { Step, type Environment } from './step.ts'
import { setLocal } from './variables.ts'

export interface NewInstance {
  readonly variables: JsonObject
  readonly tags: readonly string[]
}

/** An event that starts a process. */
export interface StartedBy {
  /** The start event. */
  readonly elementId: string
  /** The event's own. */
  readonly variables: JsonObject
  readonly correlationKey: string | null
}

/** Starts a new process instance at the none start event. Throws `INVALID_STATE` without one. */
export const createInstance = (
  definition: Definition,
  { variables, tags }: NewInstance,
  environment: Environment,
): Step => {
  const { noneStartId: elementId } = definition.scope
  if (elementId === null) throw withoutNoneStart(definition)
  const start = { elementId, variables: {}, correlationKey: null }
  const step = create(definition, { variables, tags, start }, environment)
  step.run()
  return step
}

/** A new process instance at an event that has happened, for the caller to run. */
export const createInstanceBy = (
  definition: Definition,
  start: StartedBy,
  environment: Environment,
): Step => create(definition, { variables: {}, tags: [], start }, environment)

const create = (
  definition: Definition,
  { variables, tags, start }: NewInstance & { readonly start: StartedBy },
  environment: Environment,
): Step => {
  const step = new Step(new InstanceState(), definition, environment)
  const key = environment.nextKey()
  const { correlationKey } = start
  step.emit({
    entity: 'processInstance',
    row: {
      key,
      definitionKey: definition.key,
      state: 'ACTIVE',
      startedAt: environment.now,
      endedAt: null,
      incidentCount: 0,
      tags,
      correlationKey,
      workLeft: [],
    },
  })
  setLocal(step, key, variables)
  const { key: elementInstanceKey } = step.activateElement(step.element(start.elementId), key)
  setLocal(step, elementInstanceKey, start.variables)
  step.push({ kind: 'ACTIVATE', elementInstanceKey })
  return step
}

const withoutNoneStart = ({ id }: Definition): OrchestrationError =>
  new OrchestrationError(
    'INVALID_STATE',
    `Process ${id} has no none start event: it is started by its events only. ` +
      'Publish its message or broadcast its signal, or add a none start event.',
  )
