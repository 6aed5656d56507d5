import {
  OrchestrationError,
  type JobChanges,
  type JobFailure,
  type JsonObject,
} from '@tenon/orchestration'
import { explainFailure } from './explain-failure.ts'
import type { ElementInstance, Job, JobState } from './rows.ts'
import type { Step } from './step.ts'
import { setLocal, setResult } from './variables.ts'

/** Ends the job and lets its element complete. */
export const completeJob = (step: Step, job: Job, variables: JsonObject): void => {
  requireOpen(job, 'complete')
  endJob(step, job, 'COMPLETED')
  const instance = elementOf(step, job)
  setResult(step, instance, variables)
  step.push({ kind: 'COMPLETE', elementInstanceKey: instance.key })
  step.run()
}

/** Hands the job out again, at once or after its back-off; without retries raises an incident. */
export const failJob = (
  step: Step,
  job: Job,
  { retries, errorMessage, retryBackOffMs, variables = {} }: JobFailure,
): void => {
  requireOpen(job, 'fail')
  const instance = elementOf(step, job)
  setLocal(step, instance.key, variables)
  const failed = { ...job, retries, errorMessage, dueAt: null }
  if (retries === 0) {
    step.emit({ entity: 'job', row: { ...failed, state: 'FAILED' } })
    const said = errorMessage === '' ? 'No more retries left.' : errorMessage
    const message = explainFailure(step, instance, said)
    step.raiseIncident(instance, { errorType: 'JOB_NO_RETRIES', message }, job.key)
  } else if (retryBackOffMs > 0) {
    const dueAt = step.environment.now + retryBackOffMs
    step.emit({ entity: 'job', row: { ...failed, state: 'WAITING', dueAt } })
  } else {
    step.emit({ entity: 'job', row: { ...failed, state: 'AVAILABLE' } })
  }
}

/** Sets retries, or when the lease ends. */
export const updateJob = (step: Step, job: Job, { retries, timeoutMs }: JobChanges): void => {
  if (timeoutMs !== undefined && job.state !== 'LEASED') {
    throw new OrchestrationError(
      'INVALID_STATE',
      `Job ${job.key} is ${job.state}: only a job that a worker holds has a timeout to change.`,
    )
  }
  const dueAt = timeoutMs === undefined ? job.dueAt : step.environment.now + timeoutMs
  step.emit({ entity: 'job', row: { ...job, retries: retries ?? job.retries, dueAt } })
}

/** Gives the job to a worker until `dueAt`. */
export const leaseJob = (
  step: Step,
  job: Job,
  { worker, dueAt }: { readonly worker: string; readonly dueAt: number },
): void => step.emit({ entity: 'job', row: { ...job, state: 'LEASED', worker, dueAt } })

/** The lease or the back-off has ended: somebody may have the job again. */
export const releaseJob = (step: Step, job: Job): void => {
  if (job.dueAt === null || job.dueAt > step.environment.now) return
  step.emit({ entity: 'job', row: { ...job, state: 'AVAILABLE', dueAt: null } })
}

export const endJob = (step: Step, job: Job, state: JobState): void =>
  step.emit({ entity: 'job', row: { ...job, state, dueAt: null, endedAt: step.environment.now } })

export const elementOf = (step: Step, job: Job): ElementInstance => {
  const instance = step.state.elements.get(job.elementInstanceKey)
  if (instance === undefined) throw new Error(`Job ${job.key} has no element instance`)
  return instance
}

export const requireOpen = (job: Job, action: string): void => {
  if (job.state === 'AVAILABLE' || job.state === 'LEASED') return
  throw new OrchestrationError(
    'INVALID_STATE',
    `Job ${job.key} is ${job.state}, so nobody can ${action} it. ` +
      'Resolve its incident, or wait until its back-off has ended.',
  )
}
