import { useQuery, type QueryClient } from '@tanstack/react-query'
import { definitionXmlQuery } from '../api/queries.ts'
import type { NeededVariable } from './needed-variables.ts'
import type { RunnableProcess } from './runnable-process.ts'

/** What a process needs at its start; undefined until it is known, and where it is not. */
export const useNeededVariables = (
  process: RunnableProcess,
): readonly NeededVariable[] | undefined => {
  const { processDefinitionId } = process
  const { data } = useQuery({
    queryKey: ['needed-variables', processDefinitionId],
    queryFn: async ({ client }) => {
      const xml = await readXml(process, client)
      // The shell is loaded without what reads models.
      const { readNeededVariables } = await import('./needed-variables.ts')
      return (await readNeededVariables(xml, processDefinitionId)) ?? null
    },
    // Each time somebody asks, the model may be another one.
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
  return data ?? undefined
}

const readXml = (process: RunnableProcess, queries: QueryClient): Promise<string> =>
  'deploy' in process
    ? process.readXml()
    : queries.query(definitionXmlQuery(process.processDefinitionKey))
