import { useEffect, useEffectEvent } from 'react'
import type { Asked } from './use-selection.ts'

/** What comes into view a second time, such as from behind a filter, is not led to again. */
const answered = new WeakSet<Asked>()

interface AskedPart extends Asked {
  /** Whether the page has it yet. */
  readonly isThere?: boolean
}

/** Calls `lead` each time that someone is led to a part of the page, once it is there. */
export const useWhenAsked = (
  asked: Asked | undefined,
  { part, key, variable, isThere = true }: AskedPart,
  lead: () => void,
): void => {
  const answer = useEffectEvent(lead)
  useEffect(() => {
    if (!isThere || asked === undefined || answered.has(asked)) return
    if (asked.part !== part || asked.key !== key || asked.variable !== variable) return
    answered.add(asked)
    answer()
  }, [asked, part, key, variable, isThere])
}
