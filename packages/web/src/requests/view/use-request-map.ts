import { useEffect, useRef, useState, type RefObject } from 'react'
import { RequestMap, type OnPress } from './request-map.ts'

/** A diagram as it is drawn: not yet, drawn, or why not. */
export type DrawnMap =
  | { readonly state: 'drawing' }
  | { readonly state: 'drawn'; readonly map: RequestMap }
  | { readonly state: 'failed'; readonly error: Error }

/** Draws the diagram of a model in the container, and destroys it with the page. */
export const useRequestMap = (
  container: RefObject<HTMLElement | null>,
  xml: string,
  onPress: OnPress,
): DrawnMap => {
  const [drawn, setDrawn] = useState<DrawnMap>({ state: 'drawing' })
  const press = useLatest(onPress)
  useEffect(() => {
    if (container.current === null) return undefined
    const map = new RequestMap(container.current, (elementId) => press.current(elementId))
    let isLeft = false
    const show = (next: DrawnMap) => {
      if (!isLeft) setDrawn(next)
    }
    map.draw(xml).then(
      () => show({ state: 'drawn', map }),
      (error: unknown) => show({ state: 'failed', error: asError(error) }),
    )
    const watcher = new ResizeObserver(() => map.resized())
    watcher.observe(container.current)
    return () => {
      isLeft = true
      watcher.disconnect()
      setDrawn({ state: 'drawing' })
      map.destroy()
    }
  }, [container, xml, press])
  return drawn
}

const useLatest = (onPress: OnPress): RefObject<OnPress> => {
  const latest = useRef(onPress)
  useEffect(() => {
    latest.current = onPress
  }, [onPress])
  return latest
}

const asError = (error: unknown): Error =>
  error instanceof Error ? error : new Error(String(error))
