import type { Incident } from '@tenon/orchestration'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { engineKey, requestKey } from '../../api/query-keys.ts'
import { retryIncident } from '../../api/repairs.ts'
import { doAll } from '../do-all.ts'

/** Tries again what failed in a Request. */
export const useRetry = (processInstanceKey: string) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (incidents: readonly Incident[]) => doAll(incidents, retryIncident),
    onSettled: async () => {
      await Promise.all([
        queries.invalidateQueries({ queryKey: requestKey(processInstanceKey) }),
        queries.invalidateQueries({ queryKey: engineKey() }),
      ])
    },
  })
}
