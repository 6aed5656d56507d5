import { BpmnError, neededVariables, parseBpmn } from '@tenon/bpmn'
import { contextKeys, freeVariables } from '@tenon/feel'

/** A variable that somebody must give, and the names that lead into it. */
export type NeededVariable = readonly [string, ...string[]]

/** What a process of a model needs at its start; undefined where the model does not tell. */
export const readNeededVariables = async (
  xml: string,
  processDefinitionId: string,
): Promise<readonly NeededVariable[] | undefined> => {
  const process = (await processesOf(xml)).find(({ id }) => id === processDefinitionId)
  return process && neededVariables(process, { reads: freeVariables, keys })
}

const keys = (feel: string): readonly string[] => contextKeys(feel).map(({ name }) => name)

/** None where the model cannot be deployed: that is told at another place. */
const processesOf = async (xml: string) => {
  try {
    return await parseBpmn(xml)
  } catch (error) {
    if (error instanceof BpmnError) return []
    throw error
  }
}
