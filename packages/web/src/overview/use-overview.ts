import type { Incident } from '@tenon/orchestration'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { search } from '../api/search.ts'

/** How many process definitions and Requests are shown. */
const shownMax = 50
const incidentsMax = 200

/** While the page is hidden nothing is fetched: TanStack Query's default. */
const refetchInterval = 2_000

/** What the overview shows, kept up to date. */
export const useOverview = () => {
  const definitions = useDefinitions()
  const requests = useRequests()
  const failing = requests.data?.items.filter(({ hasIncident }) => hasIncident) ?? []
  const incidents = useIncidents(failing.map(({ processInstanceKey }) => processInstanceKey))
  return {
    definitions: definitions.data,
    requests: requests.data,
    incidents: incidents.data ?? noIncidents,
    error: definitions.error ?? requests.error ?? incidents.error,
  }
}

const useDefinitions = () =>
  useQuery({
    queryKey: ['process-definitions'],
    queryFn: ({ signal }) =>
      search(
        'process-definitions',
        {
          filter: { isLatestVersion: true },
          sort: [{ field: 'processDefinitionId', order: 'ASC' }],
          page: { limit: shownMax },
        },
        signal,
      ),
    refetchInterval,
  })

const useRequests = () =>
  useQuery({
    queryKey: ['process-instances'],
    queryFn: ({ signal }) =>
      search(
        'process-instances',
        { sort: [{ field: 'startDate', order: 'DESC' }], page: { limit: shownMax } },
        signal,
      ),
    refetchInterval,
  })

const noIncidents: ReadonlyMap<string, readonly Incident[]> = new Map()

/** The open incidents of the process instances with these keys, by key. */
const useIncidents = (keys: readonly string[]) =>
  useQuery({
    queryKey: ['incidents', keys],
    queryFn: ({ signal }) => {
      const request = {
        filter: { state: 'ACTIVE', processInstanceKey: { $in: keys } },
        sort: [{ field: 'creationTime', order: 'ASC' }],
        page: { limit: incidentsMax },
      } as const
      return search('incidents', request, signal)
    },
    select: ({ items }) => Map.groupBy(items, ({ processInstanceKey }) => processInstanceKey),
    enabled: keys.length > 0,
    placeholderData: keepPreviousData,
    refetchInterval,
  })
