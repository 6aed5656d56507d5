import { queryOptions } from '@tanstack/react-query'
import { listModels, readModel } from './models.ts'
import { readProcessDefinition, readProcessDefinitionXml } from './process-definitions.ts'
import { definitionsKey, modelsKey } from './query-keys.ts'
import { search } from './search.ts'
import { listTemplates } from './templates.ts'

/** What several pages ask for, for `useQuery` and `queryClient.fetchQuery`. */

export const modelsQuery = () =>
  queryOptions({ queryKey: modelsKey('list'), queryFn: ({ signal }) => listModels(signal) })

export const modelQuery = (id: string) =>
  queryOptions({ queryKey: modelsKey('one', id), queryFn: ({ signal }) => readModel(id, signal) })

export const templatesQuery = () =>
  queryOptions({ queryKey: ['templates'], queryFn: ({ signal }) => listTemplates(signal) })

/** How many processes a list shows. */
const processesMax = 200

/** The latest version of each process. */
export const latestDefinitionsQuery = () =>
  queryOptions({
    queryKey: definitionsKey('latest'),
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

export const definitionQuery = (processDefinitionKey: string) =>
  queryOptions({
    queryKey: definitionsKey('one', processDefinitionKey),
    queryFn: ({ signal }) => readProcessDefinition(processDefinitionKey, signal),
  })

/** The XML as it was deployed, which never changes. */
export const definitionXmlQuery = (processDefinitionKey: string) =>
  queryOptions({
    queryKey: ['definition-xml', processDefinitionKey],
    queryFn: ({ signal }) => readProcessDefinitionXml(processDefinitionKey, signal),
    staleTime: Infinity,
  })
