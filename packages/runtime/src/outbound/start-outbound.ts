import type { Job } from '@tenon/orchestration'
import type { Connector } from '@tenon/sdk'
import { httpLimits } from '../http/http-limits.ts'
import { answerJob } from './answer-job.ts'
import type { Outcome } from './outcome.ts'
import { runJob, type Task, type Workplace } from './run-job.ts'

export interface OutboundOptions extends Workplace {
  readonly connectors: readonly Connector[]
}

/** Connectors at work. */
export interface Outbound {
  /**
   * Takes no more jobs, gives those under way a few seconds, aborts what is left then, and waits
   * until it has ended: nothing is written or logged afterwards.
   */
  close(): Promise<void>
}

/** Jobs of one connector at a time: as many as there can be calls. */
const jobsActiveMax = httpLimits.callsMax

/** What calls under way get to end before they are aborted, and repeated after the next start. */
const closeGraceMs = 5_000

/** How long the end of what was aborted is waited for. */
const abortedMsMax = 5_000

/** Does the jobs of the connectors' types, from now until it is closed. */
export const startOutbound = (options: OutboundOptions): Outbound => {
  const { connectors, ...workplace } = options
  const underWay = new Set<Promise<void>>()
  const subscriptions = connectors.map((connector) =>
    workplace.jobs.subscribe({
      type: connector.jobType,
      maxJobsActive: jobsActiveMax,
      handler: (job, signal) => {
        const doing = doJob({ job, connector, signal }, workplace)
        underWay.add(doing)
        return doing.finally(() => underWay.delete(doing))
      },
    }),
  )
  return {
    close: async () => {
      await Promise.all(subscriptions.map((subscription) => subscription.close(closeGraceMs)))
      await endOf(underWay)
    },
  }
}

const endOf = async (underWay: Iterable<Promise<void>>): Promise<void> => {
  const { promise, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, abortedMsMax)
  await Promise.race([Promise.allSettled(underWay), promise])
  clearTimeout(timer)
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
