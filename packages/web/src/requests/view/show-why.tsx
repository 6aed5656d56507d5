import { requestWords } from '../words.ts'
import classes from './map.module.css'
import { MapOverlay } from './map-overlay.tsx'
import type { Place, RequestMap } from './request-map.ts'

const place: Place = { position: { bottom: -10, left: 0 }, scale: false }

interface ShowWhyProps {
  readonly map: RequestMap
  readonly elementId: string
  /** How the element is called. */
  readonly name: string
  readonly onShow: () => void
}

/** Leads from an element that failed to its step, which tells why. */
export const ShowWhy = ({ map, elementId, name, onShow }: ShowWhyProps) => (
  <MapOverlay map={map} elementId={elementId} place={place}>
    <button
      type="button"
      className={classes.showWhy}
      aria-label={requestWords.failure.showWhy(name)}
      onClick={onShow}
    >
      {requestWords.failure.show}
    </button>
  </MapOverlay>
)
