import { useEffect, useState } from 'react'
import { StateIcon } from '../state-icon.tsx'
import { requestStates } from '../request-state.ts'
import { requestWords } from '../words.ts'
import type { ElementProgress } from './element-progress.ts'
import { MapOverlay } from './map-overlay.tsx'
import classes from './map.module.css'
import type { Place, RequestMap } from './request-map.ts'

const words = requestWords.map.passes
const number = new Intl.NumberFormat('en')
const scale = { min: 0.8, max: 1 } as const
/** Over the upper right corner: clear of the icons of activities, and of where flows arrive. */
const onActivity: Place = { position: { top: -12, right: 12 }, scale }
const badgeSize = 22

/** Upon the upper right of a circle, and as far from the sign of a gateway. */
const onOutline = (size: number, isGateway: boolean): Place => {
  const fromCorner = isGateway ? size / 4 - 5 : (size * (1 - Math.SQRT1_2)) / 2
  const top = fromCorner - badgeSize / 2
  return { position: { top, right: fromCorner + badgeSize / 2 }, scale }
}

interface MapMarksProps {
  readonly map: RequestMap
  readonly progress: ReadonlyMap<string, ElementProgress>
  /** Whether more was completed than is known. */
  readonly isCut: boolean
}

/** The progress of each element, by colour, icon and count. */
export const MapMarks = ({ map, progress, isCut }: MapMarksProps) =>
  [...progress]
    .filter(([elementId]) => map.has(elementId))
    .map(([elementId, counts]) => (
      <MapMark key={elementId} map={map} elementId={elementId} counts={counts} isCut={isCut} />
    ))

interface MapMarkProps {
  readonly map: RequestMap
  readonly elementId: string
  readonly counts: ElementProgress
  readonly isCut: boolean
}

const MapMark = ({ map, elementId, counts, isCut }: MapMarkProps) => {
  const states = requestStates.filter((state) => counts[state] > 0)
  const [first] = states
  const [place] = useState(() => placeOn(map, elementId))
  useEffect(
    () => (first === undefined ? undefined : map.mark(elementId, `request-${first}`)),
    [map, elementId, first],
  )
  return (
    <MapOverlay map={map} elementId={elementId} place={place}>
      <span className={classes.badges}>
        {states.map((state) => (
          <span
            key={state}
            className={classes.badge}
            data-state={state}
            title={words[state](counts[state])}
          >
            <StateIcon state={state} />
            {counts[state] > 1 && number.format(counts[state])}
            {isCut && state === 'completed' && '+'}
          </span>
        ))}
      </span>
    </MapOverlay>
  )
}

const placeOn = (map: RequestMap, elementId: string): Place =>
  map.is(elementId, 'bpmn:Activity')
    ? onActivity
    : onOutline(map.sizeOf(elementId)?.width ?? 0, map.is(elementId, 'bpmn:Gateway'))
