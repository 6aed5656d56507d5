import { useEffect } from 'react'
import classes from './map.module.css'
import { MapOverlay } from './map-overlay.tsx'
import type { Place, RequestMap } from './request-map.ts'

/** Between an element and the frame around it. */
const gap = 6
const place: Place = { position: { top: -gap, left: -gap }, scale: { min: 0, max: Infinity } }

interface MapSelectionProps {
  readonly map: RequestMap
  readonly elementId: string
}

/** A frame around the element that is selected, which is moved into view. */
export const MapSelection = ({ map, elementId }: MapSelectionProps) => {
  useEffect(() => map.showElement(elementId), [map, elementId])
  const size = map.sizeOf(elementId)
  if (size === undefined) return null
  const frame = { width: size.width + 2 * gap, height: size.height + 2 * gap }
  return (
    <MapOverlay map={map} elementId={elementId} place={place}>
      <div className={classes.selection} style={frame} />
    </MapOverlay>
  )
}
