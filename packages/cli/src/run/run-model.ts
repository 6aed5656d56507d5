import type { JsonObject, Orchestration, Resource } from '@tenon/orchestration'
import { chooseProcess } from './choose-process.ts'
import { readResult } from './read-result.ts'
import { waitForEnd, type Patience } from './wait-for-end.ts'

export interface Run extends Patience {
  readonly model: Resource
  /** Needed where the model has several processes. */
  readonly processId: string | undefined
  readonly variables: JsonObject
}

/** Deploys a model and runs one instance to its end; returns the variables of the process scope. */
export const runModel = async (
  { commands, queries }: Orchestration,
  { model, processId, variables, ...patience }: Run,
): Promise<JsonObject> => {
  const { processDefinitions } = await commands.deploy([model])
  const { processDefinitionKey } = chooseProcess(processDefinitions, processId)
  const instance = await commands.createProcessInstance({ processDefinitionKey, variables })
  await waitForEnd(queries, instance.processInstanceKey, patience)
  return readResult(queries, instance.processInstanceKey)
}
