import type { Job } from '@tenon/orchestration'
import type { Connector } from '@tenon/sdk'
import { answerJob } from './answer-job.ts'
import type { Outcome } from './outcome.ts'
import { runJob, type Task, type Workplace } from './run-job.ts'

export interface OutboundOptions extends Workplace {
  readonly connectors: readonly Connector[]
  /** Jobs of one connector that are done at the same time; default `jobsActiveMax`. */
  readonly maxJobsActive?: number
}

/** Connectors at work. */
export interface Outbound {
  /** Takes no more jobs, gives those under way a few seconds, and aborts what is left then. */
  close(): Promise<void>
}

/** Above what one slow system can hold (connections a host), so that it leaves room for others. */
export const jobsActiveMax = 512

/** What calls under way get to end before they are aborted, and repeated after the next start. */
const closeGraceMs = 5_000

/** Does the jobs of the connectors' types, from now until it is closed. */
export const startOutbound = (options: OutboundOptions): Outbound => {
  const { connectors, maxJobsActive = jobsActiveMax, ...workplace } = options
  const subscriptions = connectors.map((connector) =>
    workplace.jobs.subscribe({
      type: connector.jobType,
      maxJobsActive,
      handler: (job, signal) => doJob({ job, connector, signal }, workplace),
    }),
  )
  return {
    close: async () => {
      await Promise.all(subscriptions.map((subscription) => subscription.close(closeGraceMs)))
    },
  }
}

const doJob = async (task: Task, workplace: Workplace): Promise<void> => {
  const { job, signal } = task
  const outcome = await runJob(task, workplace).catch(() => unreadable(job))
  if (!signal.aborted) return answerJob(job, outcome, { ...workplace, signal })
  const { jobKey, processInstanceKey, elementId } = job
  const details = { jobKey, processInstanceKey, elementId, outcome: outcome.kind }
  workplace.log.warn(details, 'A job was cancelled while it ran; its result is dropped')
}

// What was thrown throws again when it is looked at: nothing is known of it.
const unreadable = ({ retries }: Job): Outcome => ({
  kind: 'failed',
  failure: {
    retries: Math.max(0, retries - 1),
    errorMessage:
      'The connector failed with an error that cannot be read. Report it to its author.',
    retryBackOffMs: 0,
  },
})
