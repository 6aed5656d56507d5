import type { BoundaryErrorEvent } from '@tenon/bpmn'
import type { JobError } from '@tenon/orchestration'
import { elementOf, endJob, requireOpen } from './job-commands.ts'
import type { ElementInstance, Job } from './rows.ts'
import type { Step } from './step.ts'
import { setLocal } from './variables.ts'

/** Continues at the boundary event that catches the code; raises an incident where none does. */
export const throwJobError = (step: Step, job: Job, error: JobError): void => {
  requireOpen(job, 'throw an error for')
  const instance = elementOf(step, job)
  const boundaryEvents = boundaryEventsOf(step, instance)
  const catcher = findCatcher(boundaryEvents, error.errorCode)
  if (catcher === undefined) raiseUncaught(step, job, { error, instance, boundaryEvents })
  else catchError(step, job, { error, instance, catcher })
  step.run()
}

const boundaryEventsOf = (step: Step, instance: ElementInstance): readonly BoundaryErrorEvent[] => {
  const { model } = step.elementOf(instance)
  return model.type === 'SERVICE_TASK' ? model.boundaryEvents : []
}

const findCatcher = (
  events: readonly BoundaryErrorEvent[],
  code: string,
): BoundaryErrorEvent | undefined =>
  events.find(({ errorCode }) => errorCode === code) ??
  events.find(({ errorCode }) => errorCode === null)

const catchError = (
  step: Step,
  job: Job,
  caught: {
    readonly error: JobError
    readonly instance: ElementInstance
    readonly catcher: BoundaryErrorEvent
  },
): void => {
  const { error, instance, catcher } = caught
  endJob(
    step,
    { ...job, errorCode: error.errorCode, errorMessage: error.errorMessage },
    'ERROR_THROWN',
  )
  step.terminateElement(instance)
  const event = step.activateElement(step.element(catcher.id))
  setLocal(step, event.key, error.variables ?? {})
  step.push({ kind: 'ACTIVATE', elementInstanceKey: event.key })
}

const raiseUncaught = (
  step: Step,
  job: Job,
  thrown: {
    readonly error: JobError
    readonly instance: ElementInstance
    readonly boundaryEvents: readonly BoundaryErrorEvent[]
  },
): void => {
  const { error, instance, boundaryEvents } = thrown
  const { errorCode, errorMessage } = error
  const row: Job = { ...job, state: 'ERROR_THROWN', dueAt: null, errorCode, errorMessage }
  step.emit({ entity: 'job', row })
  const codes = boundaryEvents.map((event) => event.errorCode).join(', ')
  const available =
    codes === ''
      ? 'No error events are available in the scope.'
      : `Available error events are [${codes}]`
  const message =
    `Expected to throw an error event with the code '${errorCode}' with message ` +
    `'${errorMessage}', but it was not caught. ${available}`
  step.raiseIncident(instance, { errorType: 'UNHANDLED_ERROR_EVENT', message }, job.key)
}
