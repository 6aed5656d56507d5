import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query'
import type { Incident, Page, ProcessInstance } from '@tenon/orchestration'
import { definitionsKey, engineKey } from '../../api/query-keys.ts'
import { search, type WireSearch } from '../../api/search.ts'

/** What is asked for the list of Requests. */

const processesMax = 1_000

/** All processes by name, in their latest version. */
export const processesQuery = () =>
  queryOptions({
    queryKey: definitionsKey('names'),
    queryFn: ({ signal }) =>
      search(
        'process-definitions',
        {
          filter: { isLatestVersion: true },
          sort: [{ field: 'processDefinitionId', order: 'ASC' }],
          page: { limit: processesMax },
        },
        signal,
      ),
  })

/** How many Requests are shown at once, and how many more at a time. */
const pageSize = 50

/** Undefined finds nothing. */
export const requestsQuery = (wanted: Pick<WireSearch, 'filter' | 'sort'> | undefined) =>
  infiniteQueryOptions({
    queryKey: engineKey('requests', wanted),
    queryFn: ({ pageParam, signal }): Promise<Page<ProcessInstance>> =>
      wanted === undefined
        ? Promise.resolve(nothing)
        : search(
            'process-instances',
            { ...wanted, page: { limit: pageSize, ...(pageParam !== '' && { after: pageParam }) } },
            signal,
          ),
    initialPageParam: '',
    getNextPageParam: ({ items, page }) => (items.length < pageSize ? undefined : page.endCursor),
  })

const nothing: Page<never> = {
  items: [],
  page: { totalItems: 0, hasMoreTotalItems: false, startCursor: null, endCursor: null },
}

const incidentsMax = 1_000

/** The open incidents of Requests, by process instance key; the oldest first. */
export const incidentsOfQuery = (keys: readonly string[]) =>
  queryOptions({
    queryKey: engineKey('incidents', keys),
    queryFn: ({ signal }) =>
      search(
        'incidents',
        {
          filter: { state: 'ACTIVE', processInstanceKey: { $in: keys } },
          sort: [{ field: 'creationTime', order: 'ASC' }],
          page: { limit: incidentsMax },
        },
        signal,
      ),
    select: ({ items }: Page<Incident>) =>
      Map.groupBy(items, ({ processInstanceKey }) => processInstanceKey),
    enabled: keys.length > 0,
  })

/** How the elements of a process are called, by their id; see `ModelElement`. */
export const elementNamesQuery = (
  { processDefinitionKey, processDefinitionId }: Incident,
  queries: QueryClient,
) =>
  queryOptions({
    queryKey: ['definition-element-names', processDefinitionKey],
    queryFn: async () => {
      // Reading BPMN is large, and the list needs it only for what has failed.
      const { modelElementsQuery } = await import('../view/queries.ts')
      return queries.query(modelElementsQuery(processDefinitionKey, processDefinitionId, queries))
    },
    staleTime: Infinity,
  })
