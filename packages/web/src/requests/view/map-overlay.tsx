import { useEffect, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import type { Place, RequestMap } from './request-map.ts'

interface MapOverlayProps {
  readonly map: RequestMap
  readonly elementId: string
  readonly place: Place
  readonly children: ReactNode
}

/** Something that stands at an element of the map and moves with it. */
export const MapOverlay = ({ map, elementId, place, children }: MapOverlayProps) => {
  const [host] = useState(() => document.createElement('div'))
  useEffect(() => map.attach(elementId, host, place), [map, elementId, host, place])
  return createPortal(children, host)
}
