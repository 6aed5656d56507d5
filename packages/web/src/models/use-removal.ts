import { useState } from 'react'
import { removeModel, restoreModel, type ModelSummary } from '../api/models.ts'
import { modelsQuery } from '../api/queries.ts'
import { queryClient } from '../api/query-client.ts'
import type { Actions } from './use-actions.ts'
import { modelsWords } from './words.ts'

const refetch = () => queryClient.invalidateQueries(modelsQuery())

/** Deletes models at once, and brings all of them back when asked to. */
export const useRemoval = ({ act }: Actions) => {
  const [removed, setRemoved] = useState<readonly ModelSummary[]>([])
  const remove = (model: ModelSummary) =>
    act({
      failure: modelsWords.failed.remove,
      run: async () => {
        await removeModel(model.id)
        setRemoved((before) => [...before, model])
        await refetch()
      },
    })
  const undo = () =>
    act({
      failure: modelsWords.failed.restore,
      run: async () => {
        for (const { id } of removed) {
          await restoreModel(id)
          setRemoved((before) => before.filter((each) => each.id !== id))
        }
        await refetch()
      },
    })
  return { removed, remove, undo, forget: () => setRemoved([]) }
}
