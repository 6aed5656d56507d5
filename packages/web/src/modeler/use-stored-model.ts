import { useCallback, useEffect, useState } from 'react'
import { readModel, type Model } from '../api/models.ts'

export type StoredModel =
  | { readonly kind: 'reading' }
  /** `reading` tells one reading from the next. */
  | { readonly kind: 'read'; readonly model: Model; readonly reading: number }
  | { readonly kind: 'failed'; readonly error: Error }

/**
 * A model as the server had it when it was opened, or when `readAgain` was called. No query, which
 * is fetched again by itself: what is being edited must not change under one's hands.
 */
export const useStoredModel = (modelId: string) => {
  const [stored, setStored] = useState<StoredModel>({ kind: 'reading' })
  const [reading, setReading] = useState(0)
  useEffect(() => {
    const leaving = new AbortController()
    readModel(modelId, leaving.signal).then(
      (model) => setStored({ kind: 'read', model, reading }),
      (error: unknown) => {
        if (leaving.signal.aborted) return
        setStored({
          kind: 'failed',
          error: error instanceof Error ? error : new Error(String(error)),
        })
      },
    )
    return () => leaving.abort()
  }, [modelId, reading])
  const readAgain = useCallback(() => {
    setStored({ kind: 'reading' })
    setReading((last) => last + 1)
  }, [])
  return { stored, readAgain }
}
