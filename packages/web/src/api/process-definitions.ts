import type { ProcessDefinition } from '@tenon/orchestration'
import { call, callForJson } from './call.ts'

export const readProcessDefinition = (
  processDefinitionKey: string,
  signal?: AbortSignal,
): Promise<ProcessDefinition> => callForJson(pathOf(processDefinitionKey), { signal })

/** The XML as it was deployed. */
export const readProcessDefinitionXml = async (
  processDefinitionKey: string,
  signal?: AbortSignal,
): Promise<string> => {
  const path = `${pathOf(processDefinitionKey)}/xml`
  return (await call(path, { signal })).text()
}

const pathOf = (key: string): string => `/v2/process-definitions/${encodeURIComponent(key)}`
