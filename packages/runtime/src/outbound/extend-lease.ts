import { type Job, type Jobs, OrchestrationError } from '@tenon/orchestration'
import type { Log } from './log.ts'

/**
 * Gives a leased job the time that its model asks for, before its connector runs. A job that was
 * pushed has no lease: it is held as long as it takes. Throws where the engine refuses, since the
 * job is another worker's then; where it only cannot write, the earlier end of the lease stays.
 */
export const extendLease = async (
  job: Job,
  timeoutMs: number | undefined,
  { jobs, log }: { readonly jobs: Jobs; readonly log: Log },
): Promise<void> => {
  if (timeoutMs === undefined || job.deadline === null) return
  try {
    await jobs.update(job.jobKey, { timeoutMs })
  } catch (error) {
    if (error instanceof OrchestrationError && refusals.has(error.code)) throw error
    log.warn({ jobKey: job.jobKey, err: error }, 'The lease of a job could not be extended')
  }
}

const refusals = new Set<string>(['NOT_FOUND', 'INVALID_STATE', 'INVALID_ARGUMENT'])
