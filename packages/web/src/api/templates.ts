import type { ElementTemplate } from '@tenon/templates'
import { callForJson } from './call.ts'

/** The templates that elements can have, and the files that hold none that can be used. */
export interface InstalledTemplates {
  readonly items: readonly ElementTemplate[]
  readonly problems: readonly { readonly file: string; readonly message: string }[]
  /** What the installed connectors do; a job of another type waits for a worker. */
  readonly jobTypes: readonly string[]
}

export const listTemplates = (signal?: AbortSignal): Promise<InstalledTemplates> =>
  callForJson('/api/templates', { signal })
