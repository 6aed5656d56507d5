import type { Incident, Page, Variable } from '@tenon/orchestration'
import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { definitionXmlQuery, templatesQuery } from '../../api/queries.ts'
import { readProcessInstance } from '../../api/process-instances.ts'
import { requestKey } from '../../api/query-keys.ts'
import { search } from '../../api/search.ts'
import { readVariable } from '../../api/variables.ts'
import { loadPasses, type PassReader, type Passes } from './load-passes.ts'
import { modelElements } from './model-elements.ts'

/** What is asked for the view of one Request. */

export const requestQuery = (processInstanceKey: string) =>
  queryOptions({
    queryKey: requestKey(processInstanceKey, 'head'),
    queryFn: ({ signal }) => readProcessInstance(processInstanceKey, signal),
  })

const pageSize = 1_000

export const passesQuery = (processInstanceKey: string, queries: QueryClient) => {
  const queryKey = requestKey(processInstanceKey, 'passes')
  return queryOptions({
    queryKey,
    queryFn: ({ signal }) =>
      loadPasses(passReader(processInstanceKey, signal), queries.getQueryData<Passes>(queryKey)),
    // What has ended is kept as it is, so there is nothing to compare.
    structuralSharing: false,
  })
}

const passReader = (processInstanceKey: string, signal: AbortSignal): PassReader => ({
  pageSize,
  readPage: (cursor) =>
    search(
      'element-instances',
      {
        filter: { processInstanceKey },
        sort: [{ field: 'elementInstanceKey', order: 'ASC' }],
        page: { limit: pageSize, ...(cursor !== undefined && { after: cursor }) },
      },
      signal,
    ),
  readActive: () =>
    search(
      'element-instances',
      {
        filter: { processInstanceKey, state: 'ACTIVE' },
        sort: [{ field: 'elementInstanceKey', order: 'DESC' }],
        page: { limit: pageSize },
      },
      signal,
    ),
})

/** The open ones, the oldest first. */
export const incidentsQuery = (processInstanceKey: string) =>
  queryOptions({
    queryKey: requestKey(processInstanceKey, 'incidents'),
    queryFn: ({ signal }) =>
      search(
        'incidents',
        {
          filter: { processInstanceKey, state: 'ACTIVE' },
          sort: [{ field: 'incidentKey', order: 'ASC' }],
          page: { limit: pageSize },
        },
        signal,
      ),
    select: ({ items }: Page<Incident>) => items,
  })

/** How often one pass through an element was tried again after it had stopped. */
export const repairedCountQuery = (processInstanceKey: string, elementInstanceKey: string) =>
  queryOptions({
    queryKey: requestKey(processInstanceKey, 'repaired', elementInstanceKey),
    queryFn: async ({ signal }) => {
      const filter = { processInstanceKey, elementInstanceKey, state: 'RESOLVED' }
      return (await search('incidents', { filter, page: { limit: 1 } }, signal)).page.totalItems
    },
  })

const openJobStates = ['CREATED', 'FAILED', 'RETRIES_UPDATED']

/** The jobs that are not done, by element instance key. */
export const openJobsQuery = (processInstanceKey: string) =>
  queryOptions({
    queryKey: requestKey(processInstanceKey, 'open-jobs'),
    queryFn: async ({ signal }) => {
      const filter = { processInstanceKey, state: { $in: openJobStates } }
      const { items } = await search('jobs', { filter, page: { limit: pageSize } }, signal)
      return new Map(items.map((job) => [job.elementInstanceKey, job]))
    },
  })

/** The jobs of one pass through an element, the latest first. */
export const jobsOfPassQuery = (processInstanceKey: string, elementInstanceKey: string) =>
  queryOptions({
    queryKey: requestKey(processInstanceKey, 'jobs', elementInstanceKey),
    queryFn: async ({ signal }) => {
      const { items } = await search(
        'jobs',
        {
          filter: { elementInstanceKey },
          sort: [{ field: 'jobKey', order: 'DESC' }],
          page: { limit: 10 },
        },
        signal,
      )
      return items
    },
  })

/** How many variables of a scope are shown. */
const variablesMax = 200

/** Those of a Request or of one pass through an element, by name; of many those whose name has the text. */
export const variablesQuery = (processInstanceKey: string, scopeKey: string, text = '') =>
  queryOptions({
    queryKey: requestKey(processInstanceKey, 'variables', scopeKey, text),
    queryFn: ({ signal }): Promise<Page<Variable>> =>
      search(
        'variables',
        {
          filter: { processInstanceKey, scopeKey, ...(text !== '' && { name: like(text) }) },
          sort: [{ field: 'name', order: 'ASC' }],
          page: { limit: variablesMax },
        },
        signal,
      ),
  })

/** Those of a Request that have one of the names. */
export const namedVariablesQuery = (processInstanceKey: string, names: readonly string[]) =>
  queryOptions({
    queryKey: requestKey(processInstanceKey, 'named-variables', names),
    queryFn: async ({ signal }) => {
      const filter = { processInstanceKey, scopeKey: processInstanceKey, name: { $in: names } }
      return (await search('variables', { filter, page: { limit: variablesMax } }, signal)).items
    },
  })

const like = (text: string) => ({ $like: `*${text.replaceAll(/[*?\\]/g, String.raw`\$&`)}*` })

/** With its whole value. */
export const wholeVariableQuery = (processInstanceKey: string, variableKey: string) =>
  queryOptions({
    queryKey: requestKey(processInstanceKey, 'variable', variableKey),
    queryFn: ({ signal }) => readVariable(variableKey, signal),
  })

/** See `modelElements`; but for names of connectors they never change. */
export const modelElementsQuery = (
  processDefinitionKey: string,
  processDefinitionId: string,
  queries: QueryClient,
) =>
  queryOptions({
    queryKey: ['definition-elements', processDefinitionKey],
    queryFn: async () =>
      modelElements(
        await queries.query(definitionXmlQuery(processDefinitionKey)),
        processDefinitionId,
        await namesOfTemplates(queries),
      ),
    staleTime: Infinity,
  })

/** They only give names: without them all else is known still. */
const namesOfTemplates = async (queries: QueryClient) => {
  try {
    return (await queries.query(templatesQuery())).items
  } catch {
    return []
  }
}
