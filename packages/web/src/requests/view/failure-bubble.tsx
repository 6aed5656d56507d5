import { CloseButton } from '@mantine/core'
import type { Incident } from '@tenon/orchestration'
import { requestWords } from '../words.ts'
import classes from './map.module.css'
import { MapOverlay } from './map-overlay.tsx'
import type { Place, RequestMap } from './request-map.ts'
import { RetryButton } from './retry-button.tsx'

const words = requestWords.failure
const place: Place = { position: { bottom: -10, left: 0 }, scale: false }

interface FailureBubbleProps {
  readonly map: RequestMap
  readonly elementId: string
  /** How the element is called. */
  readonly name: string
  /** Those at the element, at least one. */
  readonly incidents: readonly Incident[]
  /** Whether it tells why, or only offers to. */
  readonly isOpen: boolean
  readonly onOpen: () => void
  readonly onClose: () => void
}

/** Why an element failed, at that element. */
export const FailureBubble = ({
  map,
  elementId,
  name,
  incidents,
  isOpen,
  ...on
}: FailureBubbleProps) => {
  const [first] = incidents
  if (first === undefined) return null
  return (
    <MapOverlay map={map} elementId={elementId} place={place} isRevealed={isOpen}>
      {isOpen ? (
        <div className={classes.bubble} role="group" aria-label={words.title(name)}>
          <div className={classes.bubbleHead}>
            <strong className={classes.failed}>{words.title(name)}</strong>
            <CloseButton size="sm" aria-label={words.hide} onClick={on.onClose} />
          </div>
          <p className={classes.reason}>{first.errorMessage}</p>
          {incidents.length > 1 && (
            <span className={classes.quiet}>{words.more(incidents.length - 1)}</span>
          )}
          <div className={classes.repair}>
            <RetryButton processInstanceKey={first.processInstanceKey} incidents={incidents} />
          </div>
        </div>
      ) : (
        <button type="button" className={classes.closedBubble} onClick={on.onOpen}>
          {words.show}
        </button>
      )}
    </MapOverlay>
  )
}
