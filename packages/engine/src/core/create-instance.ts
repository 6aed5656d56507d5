import type { JsonObject } from '@tenon/orchestration'
import type { Definition } from './definition.ts'
import { InstanceState } from './instance-state.ts'
import { Step, type Environment } from './step.ts'
import { openWaits } from './waits.ts'
import { setLocal } from './variables.ts'

/** Starts a new process instance at the none start event. */
export const createInstance = (
  definition: Definition,
  { variables, tags }: { readonly variables: JsonObject; readonly tags: readonly string[] },
  environment: Environment,
): Step => {
  const step = new Step(new InstanceState(), definition, environment)
  const key = environment.nextKey()
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
      workLeft: [],
    },
  })
  setLocal(step, key, variables)
  openWaits(step, key)
  const start = step.element(definition.scope.noneStartId ?? '')
  const { key: elementInstanceKey } = step.activateElement(start, key)
  step.push({ kind: 'ACTIVATE', elementInstanceKey })
  step.run()
  return step
}
