import { useCallback, useState } from 'react'
import type { Note } from './note-bar.tsx'

/** The one note that a page shows; a new one takes the place of the one before. */
export const useNote = (first: Note | undefined) => {
  const [note, show] = useState(first)
  const dismiss = useCallback(() => show(undefined), [])
  return { note, show, dismiss }
}
