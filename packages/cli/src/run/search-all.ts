import {
  pageLimitMax,
  type Condition,
  type Entity,
  type Queries,
  type SearchItems,
} from '@tenon/orchestration'

/** All that a search finds, page by page, in the order of the keys. */
export const searchAll = async <Name extends Entity>(
  queries: Queries,
  entity: Name,
  filter: readonly Condition[],
): Promise<readonly SearchItems[Name][]> => {
  const found: SearchItems[Name][] = []
  let after: { readonly after?: string } = {}
  for (;;) {
    const request = { filter, sort: [], page: { limit: pageLimitMax, ...after } }
    const { items, page } = await queries.search(entity, request)
    found.push(...items)
    if (items.length < pageLimitMax || page.endCursor === null) return found
    after = { after: page.endCursor }
  }
}

export const equals = (field: string, value: string): Condition => ({
  field,
  operator: '$eq',
  value,
})
