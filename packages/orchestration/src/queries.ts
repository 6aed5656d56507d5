import type { Entity, SearchItems } from './entities.ts'
import type { Json } from './json.ts'

/** What is known; all that was acknowledged is in it. */
export interface Queries {
  search<E extends Entity>(entity: E, request: SearchRequest): Promise<Page<SearchItems[E]>>
  /** Throws `NOT_FOUND`. */
  get<E extends Entity>(entity: E, key: string): Promise<SearchItems[E]>
  /** The XML as it was deployed. */
  processDefinitionXml(processDefinitionKey: string): Promise<string>
  /**
   * Tells the listener, from now on, what has changed, once it is durable and can be searched. It
   * holds up all others, so it must neither throw nor take long. Call what is returned to end it.
   */
  watch(listener: (changes: Changes) => void): () => void
}

/** What has changed together. */
export interface Changes {
  /** Those of which anything has changed: an element, a variable, a job, an incident. */
  readonly processInstanceKeys: readonly string[]
  readonly hasNewDefinitions: boolean
}

/** Checked by `parseSearchRequest` of `search-request.ts` where it comes from outside. */
export interface SearchRequest {
  /** All must hold. */
  readonly filter: readonly Condition[]
  /** The entity's key is always the last sort. */
  readonly sort: readonly Sort[]
  readonly page: PageRequest
}

/** How a field is compared, with the words of the wire. */
export type Operator =
  '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like' | '$gt' | '$gte' | '$lt' | '$lte'

/** One comparison of a filter. */
export interface Condition {
  readonly field: string
  readonly operator: Operator
  /** As on the wire: keys are decimal strings, dates RFC 3339, `$in` takes an array. */
  readonly value: Json
}

/** A field to sort by. */
export interface Sort {
  readonly field: string
  readonly order: 'ASC' | 'DESC'
}

/** `limit` is 1 to 10,000. Cursors are those of an earlier page. */
export interface PageRequest {
  readonly limit: number
  readonly from?: number
  readonly after?: string
  readonly before?: string
}

/** A page of what was found, and where the next and the previous begin. */
export interface Page<Item> {
  readonly items: readonly Item[]
  readonly page: {
    readonly totalItems: number
    readonly hasMoreTotalItems: boolean
    readonly startCursor: string | null
    readonly endCursor: string | null
  }
}
