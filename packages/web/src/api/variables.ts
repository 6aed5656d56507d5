import type { Variable } from '@tenon/orchestration'
import { callForJson } from './call.ts'

/** With its whole value. */
export const readVariable = (variableKey: string, signal?: AbortSignal): Promise<Variable> =>
  callForJson(`/v2/variables/${encodeURIComponent(variableKey)}`, { signal })
