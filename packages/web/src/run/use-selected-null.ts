import { useLayoutEffect, useRef, type RefObject } from 'react'

/** Selects the first null of a text that is offered, or that is all of it, so that a value can be typed at once. */
export const useSelectedNull = (offered: string): RefObject<HTMLTextAreaElement | null> => {
  const field = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    const place = offered.search(/(?<=^|":\s*)null\b/)
    // Who types already is not disturbed.
    if (place === -1 || field.current?.value !== offered) return
    field.current.setSelectionRange(place, place + 'null'.length)
  }, [offered])
  return field
}
