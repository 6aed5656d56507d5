import type { ElementInstance, Incident, JobSearchResult } from '@tenon/orchestration'
import { useEffect, useId, useRef } from 'react'
import { durationOf } from '../duration.ts'
import { requestState } from '../request-state.ts'
import { StateIcon } from '../state-icon.tsx'
import { requestWords } from '../words.ts'
import type { ModelElement } from './model-elements.ts'
import { RetryButton } from './retry-button.tsx'
import { sentence } from './sentence.ts'
import { StepDetails } from './step-details.tsx'
import classes from './timeline.module.css'
import type { Selection } from './use-selection.ts'

interface TimelineStepProps {
  readonly pass: ElementInstance
  readonly job: JobSearchResult | undefined
  readonly incident: Incident | undefined
  /** What the model says of the element. */
  readonly element: ModelElement | undefined
  /** Where a gateway decided to go. */
  readonly decision: string | undefined
  readonly selection: Selection
  readonly now: number
}

/** One pass through an element: its sentence, which opens to its details. */
export const TimelineStep = ({ selection, now, ...step }: TimelineStepProps) => {
  const { pass, incident, element } = step
  const isOpen = pass.elementInstanceKey === selection.step
  const place = useShownWhen(isOpen)
  const details = useId()
  const state = requestState(pass)
  return (
    <li
      ref={place}
      className={classes.step}
      data-state={state}
      data-selected={pass.elementId === selection.element || undefined}
    >
      <button
        type="button"
        className={classes.sentence}
        aria-expanded={isOpen}
        aria-controls={isOpen ? details : undefined}
        onClick={() => (isOpen ? selection.clear() : selection.openStep(pass))}
      >
        <span className={classes.icon} data-state={state}>
          <StateIcon state={state} />
          <span className={classes.hidden}>{requestWords.states[state]}: </span>
        </span>
        <span className={classes.text}>
          {sentence({
            ...step,
            called: element?.called,
            attemptsMax: element?.attemptsMax,
            reason: incident?.errorMessage,
          })}
        </span>
        {takesTime(pass) && <span className={classes.took}>{durationOf(pass, now)}</span>}
      </button>
      {incident !== undefined && (
        <div className={classes.repair}>
          <RetryButton processInstanceKey={pass.processInstanceKey} incidents={[incident]} />
        </div>
      )}
      {isOpen && (
        <div id={details}>
          <StepDetails {...step} now={now} />
        </div>
      )}
    </li>
  )
}

/** Events and gateways are passed at once: a time would only be noise. */
const takesTime = ({ type, state }: ElementInstance): boolean =>
  type === 'SERVICE_TASK' || state === 'ACTIVE'

const useShownWhen = (isOpen: boolean) => {
  const place = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isOpen) place.current?.scrollIntoView({ block: 'nearest' })
  }, [isOpen])
  return place
}
