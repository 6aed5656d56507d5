import { parseSearchRequest, type Entity, type Page, type SearchItems } from '@tenon/orchestration'
import type { RouteContext } from './route-context.ts'

/** Answers the body of a search request with a page. */
export const search = <E extends Entity>(
  { orchestration }: RouteContext,
  entity: E,
  body: unknown,
): Promise<Page<SearchItems[E]>> =>
  orchestration.queries.search(entity, parseSearchRequest(entity, body))
