import { QueryClient } from '@tanstack/react-query'
import { RefusedError } from './refused-error.ts'

/** Milliseconds until what could not be fetched is tried again. */
const againMs = 5_000

/** What was fetched. It is fetched again when the server says that it changed: see `live/`. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // What the server refuses it refuses again.
      retry: (failures, error) => failures < 1 && !isFinal(error),
      retryDelay: 500,
      // Nothing tells when what failed would succeed.
      refetchInterval: ({ state: { error } }) =>
        error === null || isFinal(error) ? false : againMs,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
})

const isFinal = (error: Error): boolean => error instanceof RefusedError && error.status < 500
