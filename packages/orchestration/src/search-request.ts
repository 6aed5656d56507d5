import { entities, type Entity, type Field } from './entities.ts'
import { isJsonObject } from './is-json-object.ts'
import type { JsonObject } from './json.ts'
import type { PageRequest, SearchRequest, Sort } from './queries.ts'
import { parseFilter } from './search-filter.ts'
import { absent, refuse, requireKnown } from './search-input.ts'

/** The most items of one page. */
export const pageLimitMax = 10_000
/** How many items a page has when the request does not say. */
const pageLimitDefault = 100

// Standard base64, as the official clients check it.
const cursor = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

/**
 * Checks the body of a search against what the entity can be searched by. No body searches for
 * all. Throws `INVALID_ARGUMENT`, naming what is wrong.
 */
export const parseSearchRequest = (entity: Entity, body: unknown): SearchRequest => {
  const request = requireObject('The search request', body)
  requireKnown(request, ['filter', 'sort', 'page'], (name) => `The search request has no "${name}"`)
  return {
    filter: parseFilter(entity, requireObject('"filter"', request['filter'])),
    sort: parseSort(entity, request['sort']),
    page: parsePage(requireObject('"page"', request['page'])),
  }
}

const requireObject = (name: string, value: unknown): JsonObject => {
  if (absent(value)) return {}
  return isJsonObject(value) ? value : refuse(`${name} must be an object.`)
}

const parseSort = (entity: Entity, value: unknown): readonly Sort[] => {
  if (absent(value)) return []
  if (!Array.isArray(value)) return refuse('"sort" must be an array of {"field", "order"}.')
  const names = new Set<string>()
  return value.map((item: unknown) => {
    const sort = parseSortItem(entity, item)
    // This also bounds the length of the list.
    if (names.has(sort.field)) refuse(`"sort" names "${sort.field}" twice. Name it once.`)
    names.add(sort.field)
    return sort
  })
}

const parseSortItem = (entity: Entity, item: unknown): Sort => {
  if (!isJsonObject(item)) return refuse('"sort" must be an array of {"field", "order"}.')
  requireKnown(item, ['field', 'order'], (name) => `An item of "sort" has no "${name}"`)
  return { field: sortField(entity, item['field']), order: sortOrder(item['order']) }
}

const sortField = (entity: Entity, name: unknown): string => {
  const fields: Readonly<Record<string, Field>> = entities[entity]
  if (typeof name === 'string' && Object.hasOwn(fields, name) && fields[name]?.sort) return name
  const sortable = Object.keys(fields).filter((field) => fields[field]?.sort)
  const shown = JSON.stringify(name) ?? 'no field'
  return refuse(`${entity} cannot be sorted by ${shown}. Sort by one of: ${sortable.join(', ')}.`)
}

const sortOrder = (order: unknown): Sort['order'] => {
  if (absent(order)) return 'ASC'
  if (order === 'ASC' || order === 'DESC') return order
  return refuse(
    `Unexpected value ${JSON.stringify(order)} for enum field 'order'. ` +
      'Use any of the following values: [ASC, DESC].',
  )
}

const parsePage = (page: JsonObject): PageRequest => {
  requireKnown(page, ['limit', 'from', 'after', 'before'], (name) => `"page" has no "${name}"`)
  const limit = integerWithin('limit', page['limit'], { least: 1, most: pageLimitMax })
  const start = pageStart(page)
  return { limit: limit ?? pageLimitDefault, ...start }
}

const pageStart = (page: JsonObject): Omit<PageRequest, 'limit'> => {
  const given = ['from', 'after', 'before'].filter((name) => !absent(page[name]))
  if (given.length > 1) {
    refuse(`"page" mixes ${given.join(' and ')}. Use one of from, after and before.`)
  }
  const from = integerWithin('from', page['from'], { least: 0, most: Number.MAX_SAFE_INTEGER })
  if (from !== undefined) return { from }
  if (!absent(page['after'])) return { after: parseCursor('after', page['after']) }
  if (!absent(page['before'])) return { before: parseCursor('before', page['before']) }
  return {}
}

const integerWithin = (
  name: string,
  value: unknown,
  { least, most }: { readonly least: number; readonly most: number },
): number | undefined => {
  if (absent(value)) return undefined
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) {
    return value
  }
  return refuse(`"page.${name}" must be a whole number from ${least} to ${most}.`)
}

const parseCursor = (name: string, value: unknown): string =>
  typeof value === 'string' && cursor.test(value)
    ? value
    : refuse(`"page.${name}" is not a cursor. Take it from the page of an earlier answer.`)
