import { useEffect, type RefObject } from 'react'
import type { Asked } from './use-selection.ts'

/** Gives a part of the page the focus each time that someone is led to it, once it is there. */
export const useFocusWhenAsked = (
  place: RefObject<HTMLElement | null>,
  asked: Asked | undefined,
  { part, key, isThere = true }: Asked & { readonly isThere?: boolean },
): void => {
  useEffect(() => {
    if (isThere && asked?.part === part && asked.key === key) place.current?.focus()
  }, [place, asked, part, key, isThere])
}
