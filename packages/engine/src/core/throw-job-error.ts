import type { JobError } from '@tenon/orchestration'
import { IncidentError } from './incident-error.ts'
import { elementOf, endJob, requireOpen } from './job-commands.ts'
import type { Job } from './rows.ts'
import type { Step } from './step.ts'
import { findErrorCatcher } from './find-error-catcher.ts'
import { triggerEvent } from './trigger-event.ts'

/** Continues at the event that catches the code; raises an incident where none does. */
export const throwJobError = (step: Step, job: Job, error: JobError): void => {
  requireOpen(job, 'throw an error for')
  const { errorCode, errorMessage, variables = {} } = error
  const thrown = { ...job, errorCode, errorMessage }
  const instance = elementOf(step, job)
  try {
    const catcher = findErrorCatcher(step, instance, error)
    endJob(step, thrown, 'ERROR_THROWN')
    triggerEvent(step, catcher, variables)
  } catch (reason) {
    if (!(reason instanceof IncidentError)) throw reason
    step.emit({ entity: 'job', row: { ...thrown, state: 'ERROR_THROWN', dueAt: null } })
    step.raiseIncident(instance, reason, job.key)
  }
  step.run()
}
