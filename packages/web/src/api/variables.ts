import type { Variable } from '@tenon/orchestration'
import { call, callForJson } from './call.ts'

/** With its whole value. */
export const readVariable = (variableKey: string, signal?: AbortSignal): Promise<Variable> =>
  callForJson(`/v2/variables/${encodeURIComponent(variableKey)}`, { signal })

/** A variable to be; the value is JSON text, which is sent as it is: numbers keep their digits. */
export interface NewVariable {
  readonly name: string
  readonly value: string
}

/** Sets a variable in the scope of a Request or of one pass through an element, and only there. */
export const setVariable = async (
  scopeKey: string,
  { name, value }: NewVariable,
): Promise<void> => {
  await call(`/v2/element-instances/${encodeURIComponent(scopeKey)}/variables`, {
    method: 'PUT',
    jsonText: `{"variables":{${JSON.stringify(name)}:${value}},"local":true}`,
  })
}
