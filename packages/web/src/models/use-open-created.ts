import { useNavigate } from '@tanstack/react-router'
import type { Model } from '../api/models.ts'
import { modelQuery, modelsQuery } from '../api/queries.ts'
import { queryClient } from '../api/query-client.ts'

/** Creates a model and goes to it. */
export const useOpenCreated = (): ((create: () => Promise<Model>) => Promise<void>) => {
  const navigate = useNavigate()
  return async (create) => {
    const model = await create()
    queryClient.setQueryData(modelQuery(model.id).queryKey, model)
    void queryClient.invalidateQueries(modelsQuery())
    await navigate({ to: '/models/$modelId', params: { modelId: model.id } })
  }
}
