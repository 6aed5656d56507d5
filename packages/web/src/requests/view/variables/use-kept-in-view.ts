import { useEffect, type RefObject } from 'react'

/** Scrolls a part of the page into view when it appears and when it grows, such as by a problem. */
export const useKeptInView = (place: RefObject<HTMLElement | null>): void => {
  useEffect(() => {
    if (place.current === null) return undefined
    const element = place.current
    const observer = new ResizeObserver(() => element.scrollIntoView({ block: 'nearest' }))
    observer.observe(element)
    return () => observer.disconnect()
  }, [place])
}
