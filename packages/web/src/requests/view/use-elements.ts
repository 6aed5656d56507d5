import type { ProcessInstance } from '@tenon/orchestration'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ModelElement } from './model-elements.ts'
import { modelElementsQuery } from './queries.ts'

export type Elements = ReadonlyMap<string, ModelElement>

/** What the model of a Request says of its elements, by their id; undefined until it is read. */
export const useElements = ({
  processDefinitionKey,
  processDefinitionId,
}: Pick<ProcessInstance, 'processDefinitionKey' | 'processDefinitionId'>): Elements | undefined => {
  const queries = useQueryClient()
  return useQuery(modelElementsQuery(processDefinitionKey, processDefinitionId, queries)).data
}
