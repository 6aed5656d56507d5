import type { ElementInstance, Incident, JobSearchResult } from '@tenon/orchestration'
import { useEffect, useId, useRef } from 'react'
import { JobTypeNote } from '../../parts/job-type-note.tsx'
import { durationOf } from '../duration.ts'
import { requestState } from '../request-state.ts'
import { StateIcon } from '../state-icon.tsx'
import { requestWords } from '../words.ts'
import { FailedAgain } from './failed-again.tsx'
import type { ModelElement } from './model-elements.ts'
import { repairOf, type Repair } from './repair.ts'
import { nameOf, sentence } from './sentence.ts'
import { StepDetails } from './step-details.tsx'
import { StepFailure } from './step-failure.tsx'
import classes from './timeline.module.css'
import type { Asked, Selection } from './use-selection.ts'
import { useWhenAsked } from './use-when-asked.ts'

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
  const place = useShownWhen(isOpen, pass.elementInstanceKey, selection.asked)
  const repair = incident && repairOf(incident, element)
  const button = useRef<HTMLButtonElement>(null)
  useWhenAsked(selection.asked, { part: 'step', key: pass.elementInstanceKey }, () =>
    button.current?.focus(),
  )
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
      {pass.state === 'ACTIVE' && <FailedAgain pass={pass} incident={incident} />}
      {incident !== undefined && repair !== undefined && (
        <StepFailure
          incident={incident}
          repair={repair}
          name={nameOf({ pass, called: element?.called })}
          onChangeVariables={() => changeVariables(incident, repair, selection)}
        />
      )}
      {incident === undefined && job !== undefined && isFree(job) && (
        <JobTypeNote type={job.type} className={classes.waiting} />
      )}
      {isOpen && (
        <div id={details}>
          <StepDetails {...step} repair={repair} asked={selection.asked} now={now} />
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

const changeVariables = (
  incident: Incident,
  { of, variables: [first] }: Repair,
  { showStepVariables, showVariables }: Selection,
): void => {
  if (of === 'step') showStepVariables(incident, first)
  else showVariables(first)
}

/** Whoever is led to its variables still sees from its top why they came. */
const useShownWhen = (isOpen: boolean, key: string, asked: Asked | undefined) => {
  const place = useRef<HTMLLIElement>(null)
  useEffect(() => {
    const isAsked = asked?.part === 'variables' && asked.key === key
    if (isOpen) place.current?.scrollIntoView({ block: isAsked ? 'start' : 'nearest' })
  }, [isOpen, key, asked])
  return place
}
