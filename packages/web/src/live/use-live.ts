import { useEffect, useSyncExternalStore } from 'react'
import { queryClient } from '../api/query-client.ts'
import { createLive } from './live.ts'
import { createRefresh } from './refresh.ts'

const refresh = createRefresh(queryClient)

const live = createLive({
  openStream: () => new EventSource('/api/events'),
  refresh: (touches) => void refresh(touches),
  isHidden: () => document.hidden,
})

/** Keeps all pages up to date while it is used; returns whether the connection is lost. */
export const useLive = (): boolean => {
  useEffect(() => {
    live.followVisibility()
    document.addEventListener('visibilitychange', live.followVisibility)
    return () => {
      document.removeEventListener('visibilitychange', live.followVisibility)
      live.stop()
    }
  }, [])
  return useSyncExternalStore(live.subscribe, live.isLost)
}
