import type { Entity, Page, SearchItems } from '@tenon/orchestration'
import { callForJson } from './call.ts'

/** A search as `/v2/<entity>/search` takes it. */
export interface WireSearch {
  readonly filter?: Readonly<Record<string, unknown>>
  readonly sort?: readonly { readonly field: string; readonly order: 'ASC' | 'DESC' }[]
  readonly page?: {
    readonly limit: number
    readonly from?: number
    readonly after?: string
    readonly before?: string
  }
}

/** Throws `RefusedError`, or what `fetch` throws when there is no answer. */
export const search = async <E extends Entity>(
  entity: E,
  request: WireSearch,
  signal?: AbortSignal,
): Promise<Page<SearchItems[E]>> =>
  callForJson(`/v2/${entity}/search`, {
    method: 'POST',
    json: request,
    signal,
  })
