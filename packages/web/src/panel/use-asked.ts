import { useState } from 'react'

/** Calls back once for each new stamp of a request, while rendering: for state that follows it. */
export const useAsked = (stamp: number | undefined, answer: () => void): void => {
  const [seen, setSeen] = useState<number>()
  if (stamp === undefined || stamp === seen) return
  setSeen(stamp)
  answer()
}
