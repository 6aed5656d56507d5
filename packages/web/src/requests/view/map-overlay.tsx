import { useEffect, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import type { Place, RequestMap } from './request-map.ts'

interface MapOverlayProps {
  readonly map: RequestMap
  readonly elementId: string
  readonly place: Place
  /** Whether the diagram moves so that it is seen when it appears. */
  readonly isRevealed?: boolean
  readonly children: ReactNode
}

/** Something that stands at an element of the map and moves with it. */
export const MapOverlay = ({
  map,
  elementId,
  place,
  isRevealed = false,
  children,
}: MapOverlayProps) => {
  const [host] = useState(createHost)
  useEffect(() => map.attach(elementId, host, place), [map, elementId, host, place])
  useEffect(() => {
    if (isRevealed) map.reveal(host)
  }, [map, host, isRevealed])
  return createPortal(children, host)
}

/** What is scrolled inside of it must not move the map. */
const createHost = (): HTMLElement => {
  const host = document.createElement('div')
  host.addEventListener('wheel', (event) => event.stopPropagation())
  return host
}
