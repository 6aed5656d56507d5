import type { QueryClient } from '@tanstack/react-query'
import type { QueryKey } from '../api/query-keys.ts'

/** Whether a change may have changed the answer of the query with this key. */
export type Touches = (key: QueryKey) => boolean

/**
 * Fetches again what a change touches and a page shows; what no page shows is fetched when one
 * does. What changes meanwhile is fetched after it, all at once: a change never ends a fetch that
 * an earlier one began, or under many changes none would come to its end.
 */
export const createRefresh = (queries: QueryClient): ((touches: Touches) => Promise<void>) => {
  let waiting: Touches[] = []
  let isRunning = false
  const run = async () => {
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      await queries.invalidateQueries({
        predicate: ({ queryKey }) => batch.some((touches) => touches(queryKey)),
      })
    }
  }
  return async (touches) => {
    waiting.push(touches)
    if (isRunning) return
    isRunning = true
    await run().finally(() => (isRunning = false))
  }
}
