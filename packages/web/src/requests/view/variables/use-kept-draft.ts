import { useState } from 'react'

/**
 * What someone types, by the key of its place: it is kept while the place is not shown, such as
 * behind a filter, until the page is loaded anew. Setting `undefined` forgets it.
 */
export const useKeptDraft = <Draft>(kept: Map<string, Draft>, key: string) => {
  const [draft, setDraft] = useState(() => kept.get(key))
  const keep = (changed: Draft | undefined) => {
    if (changed === undefined) kept.delete(key)
    else kept.set(key, changed)
    setDraft(changed)
  }
  return [draft, keep] as const
}
