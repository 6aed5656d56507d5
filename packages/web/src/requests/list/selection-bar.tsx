import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { failureReason } from '../../api/failure.ts'
import { engineKey } from '../../api/query-keys.ts'
import { retryIncident } from '../../api/repairs.ts'
import { CancelDialog } from '../cancel-dialog.tsx'
import { doAll } from '../do-all.ts'
import { requestState } from '../request-state.ts'
import { requestWords } from '../words.ts'
import { incidentsOfQuery } from './queries.ts'
import classes from './selection-bar.module.css'
import type { Selected } from './use-selected.ts'

const words = requestWords.selection

/** What can be done with all Requests that are selected. */
export const SelectionBar = ({ selected }: { readonly selected: Selected }) => {
  const [isAsking, setIsAsking] = useState(false)
  const retry = useRetryRequests()
  const failing = keysOf(selected, ['incident'])
  const running = keysOf(selected, ['incident', 'running'])
  if (selected.requests.length === 0) return null
  return (
    <div className={classes.bar} role="region" aria-label={words.bar}>
      <span className={classes.count} role="status">
        {words.count(selected.requests.length)}
      </span>
      {failing.length > 0 && (
        <Button size="compact-sm" loading={retry.isPending} onClick={() => retry.mutate(failing)}>
          {words.retry(failing.length)}
        </Button>
      )}
      {running.length > 0 && (
        <Button size="compact-sm" variant="default" onClick={() => setIsAsking(true)}>
          {words.cancel(running.length)}
        </Button>
      )}
      <Button size="compact-sm" variant="subtle" onClick={() => selected.setAll(false)}>
        {words.clear}
      </Button>
      {retry.error !== null && (
        <p className={classes.failure} role="alert">
          {requestWords.retry.failed(failureReason(retry.error, location.origin))}
        </p>
      )}
      <CancelDialog keys={running} isOpen={isAsking} onClose={() => setIsAsking(false)} />
    </div>
  )
}

type States = readonly ReturnType<typeof requestState>[]

const keysOf = ({ requests }: Selected, states: States): readonly string[] =>
  requests
    .filter((request) => states.includes(requestState(request)))
    .map(({ processInstanceKey }) => processInstanceKey)

/** Retries all incidents of Requests. */
const useRetryRequests = () => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (keys: readonly string[]) => {
      const found = await queries.query({ ...incidentsOfQuery(keys), staleTime: 0 })
      await doAll([...found.values()].flat(), retryIncident)
    },
    onSettled: () => queries.invalidateQueries({ queryKey: engineKey() }),
  })
}
