import type { Entity, Page, SearchItems } from '@tenon/orchestration'

/** A search as `/v2/<entity>/search` takes it. */
export interface WireSearch {
  readonly filter?: Readonly<Record<string, unknown>>
  readonly sort?: readonly { readonly field: string; readonly order: 'ASC' | 'DESC' }[]
  readonly page?: { readonly limit: number }
}

/** The server answered, but not with what was asked for. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError'
  readonly status: number
  constructor(status: number, detail: string) {
    super(detail)
    this.status = status
  }
}

/** Throws `RefusedError`, or what `fetch` throws when there is no answer. */
export const search = async <E extends Entity>(
  entity: E,
  request: WireSearch,
  signal: AbortSignal,
): Promise<Page<SearchItems[E]>> => {
  const response = await fetch(`/v2/${entity}/search`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
    signal,
  })
  if (!response.ok) throw new RefusedError(response.status, await readDetail(response))
  // The server that answers has served this page, so both have the same contract.
  return (await response.json()) as Page<SearchItems[E]>
}

/** The `detail` of a problem document (RFC 9457), empty where there is none. */
const readDetail = async (response: Response): Promise<string> => {
  try {
    const problem: unknown = await response.json()
    return hasDetail(problem) ? problem.detail : ''
  } catch {
    // A proxy in between answers with a page of its own: the status says enough.
    return ''
  }
}

const hasDetail = (problem: unknown): problem is { readonly detail: string } =>
  typeof problem === 'object' &&
  problem !== null &&
  'detail' in problem &&
  typeof problem.detail === 'string'
