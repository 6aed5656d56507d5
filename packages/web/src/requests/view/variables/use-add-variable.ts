import { useMutation, useQueryClient } from '@tanstack/react-query'
import { requestKey } from '../../../api/query-keys.ts'
import { setVariable, type NewVariable } from '../../../api/variables.ts'
import { namedVariablesQuery } from '../queries.ts'

/** Adds a variable to a Request, unless it has one of that name; `onAdded` is called when the page shows it. */
export const useAddVariable = (processInstanceKey: string, onAdded: () => void) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (variable: NewVariable): Promise<'added' | 'taken'> => {
      const named = namedVariablesQuery(processInstanceKey, [variable.name])
      if ((await queries.query({ ...named, staleTime: 0 })).length > 0) return 'taken'
      await setVariable(processInstanceKey, variable)
      return 'added'
    },
    onSuccess: async (outcome) => {
      if (outcome === 'taken') return
      await queries.invalidateQueries({ queryKey: requestKey(processInstanceKey) })
      onAdded()
    },
  })
}
