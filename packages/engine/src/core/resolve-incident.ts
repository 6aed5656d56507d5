import { OrchestrationError } from '@tenon/orchestration'
import type { Incident, Job } from './rows.ts'
import type { Step } from './step.ts'

/** Tries again what failed: hands the job out again, or repeats the transition. */
export const resolveIncident = (step: Step, incident: Incident): void => {
  const job = incident.jobKey === null ? undefined : step.state.jobs.get(incident.jobKey)
  if (job !== undefined) makeAvailable(step, job, incident)
  resolveIncidentRow(step, incident)
  const instance = step.state.elements.get(incident.elementInstanceKey)
  if (instance !== undefined && job === undefined) {
    const kind = instance.phase === 'COMPLETING' ? 'COMPLETE' : 'ACTIVATE'
    step.push({ kind, elementInstanceKey: instance.key })
  }
  step.run()
}

const makeAvailable = (step: Step, job: Job, incident: Incident): void => {
  if (job.retries === 0 && incident.errorType === 'JOB_NO_RETRIES') {
    throw new OrchestrationError(
      'INVALID_STATE',
      `Incident ${incident.key} cannot be resolved while its job ${job.key} has no retries left. ` +
        `Give it some first: PATCH /v2/jobs/${job.key} with {"changeset": {"retries": 1}}.`,
    )
  }
  step.emit({ entity: 'job', row: { ...job, state: 'AVAILABLE', dueAt: null } })
}

/** Marks an incident as resolved, and its element and instance as free of it. */
export const resolveIncidentRow = (step: Step, incident: Incident): void => {
  const instance = step.state.elements.get(incident.elementInstanceKey)
  step.emit({ entity: 'incident', row: { ...incident, resolvedAt: step.environment.now } })
  if (instance !== undefined) step.changeElement(instance, { incidentKey: null })
  step.changeProcessInstance({ incidentCount: step.processInstance.incidentCount - 1 })
}
