import type { Incident } from '@tenon/orchestration'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { engineKey, requestKey } from '../../api/query-keys.ts'
import { retryIncident } from '../../api/repairs.ts'

/** Tries again what failed in a Request, one after the other. */
export const useRetry = (processInstanceKey: string) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (incidents: readonly Incident[]) => {
      for (const incident of incidents) await retryIncident(incident)
    },
    onSettled: async () => {
      await Promise.all([
        queries.invalidateQueries({ queryKey: requestKey(processInstanceKey) }),
        queries.invalidateQueries({ queryKey: engineKey() }),
      ])
    },
  })
}
