import type { CreatedProcessInstance, ProcessInstance } from '@tenon/orchestration'
import { call, callForJson } from './call.ts'

/**
 * Starts a process. The variables are the text of a JSON object, which is sent as it is: numbers
 * keep all of their digits.
 */
export const createProcessInstance = (
  processDefinitionKey: string,
  variablesText = '{}',
): Promise<CreatedProcessInstance> =>
  callForJson('/v2/process-instances', {
    method: 'POST',
    jsonText: `{"processDefinitionKey":${JSON.stringify(processDefinitionKey)},"variables":${variablesText}}`,
  })

export const readProcessInstance = (
  processInstanceKey: string,
  signal?: AbortSignal,
): Promise<ProcessInstance> => callForJson(pathOf(processInstanceKey), { signal })

/** Ends the instance and all its elements. */
export const cancelProcessInstance = async (processInstanceKey: string): Promise<void> => {
  await call(`${pathOf(processInstanceKey)}/cancellation`, { method: 'POST' })
}

const pathOf = (key: string): string => `/v2/process-instances/${encodeURIComponent(key)}`
