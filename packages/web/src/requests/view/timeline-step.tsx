import type { ElementInstance, Incident, JobSearchResult } from '@tenon/orchestration'
import { useEffect, useId, useRef } from 'react'
import { JobTypeNote } from '../../parts/job-type-note.tsx'
import { durationOf } from '../duration.ts'
import { requestState } from '../request-state.ts'
import { StateIcon } from '../state-icon.tsx'
import { requestWords } from '../words.ts'
import type { ModelElement } from './model-elements.ts'
import { nameOf, sentence } from './sentence.ts'
import { StepDetails } from './step-details.tsx'
import { StepFailure } from './step-failure.tsx'
import classes from './timeline.module.css'
import { useFocusWhenAsked } from './use-focus-when-asked.ts'
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
  const { pass, job, incident, element } = step
  const isOpen = pass.elementInstanceKey === selection.step
  const place = useShownWhen(isOpen)
  const button = useRef<HTMLButtonElement>(null)
  useFocusWhenAsked(button, selection.asked, { part: 'step', key: pass.elementInstanceKey })
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
        ref={button}
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
          })}
        </span>
        {takesTime(pass) && <span className={classes.took}>{durationOf(pass, now)}</span>}
      </button>
      {incident !== undefined && (
        <StepFailure
          incident={incident}
          name={nameOf({ pass, called: element?.called })}
          onChangeVariables={() => changeVariables(incident, element, selection)}
        />
      )}
      {incident === undefined && job !== undefined && isFree(job) && (
        <JobTypeNote type={job.type} className={classes.waiting} />
      )}
      {isOpen && (
        <div id={details}>
          <StepDetails {...step} asked={selection.asked} now={now} />
        </div>
      )}
    </li>
  )
}

/** Events and gateways are passed at once: a time would only be noise. */
const takesTime = ({ type, state }: ElementInstance): boolean =>
  type === 'SERVICE_TASK' || state === 'ACTIVE'

/** Nobody has the job, nor must it wait. */
const isFree = ({ deadline }: JobSearchResult): boolean => deadline === null

/** A job that is tried again gets what its inputs made once; all else reads the Request's variables. */
const changeVariables = (
  incident: Incident,
  element: ModelElement | undefined,
  { showStepVariables, showVariables }: Selection,
): void => {
  const hasOwn = incident.jobKey !== null && element !== undefined && element.inputs.length > 0
  if (hasOwn) showStepVariables(incident)
  else showVariables()
}

const useShownWhen = (isOpen: boolean) => {
  const place = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isOpen) place.current?.scrollIntoView({ block: 'nearest' })
  }, [isOpen])
  return place
}
