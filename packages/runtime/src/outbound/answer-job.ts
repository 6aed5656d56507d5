import { setTimeout as pause } from 'node:timers/promises'
import {
  type Job,
  type Jobs,
  OrchestrationError,
  type OrchestrationErrorCode,
} from '@tenon/orchestration'
import type { Log } from './log.ts'
import type { Outcome } from './outcome.ts'

/** To whom a job is answered. */
interface Answering {
  readonly jobs: Jobs
  readonly log: Log
  /** Aborts when the answer is no longer wanted. */
  readonly signal: AbortSignal
}

/** Milliseconds between two attempts to write an answer: doubled from the first to the last. */
const pausesMs = { first: 50, last: 5_000 } as const

type Codes = ReadonlySet<OrchestrationErrorCode>
const passing: Codes = new Set<OrchestrationErrorCode>(['STORAGE_FAILED', 'RESOURCE_EXHAUSTED'])
const superseded: Codes = new Set<OrchestrationErrorCode>(['NOT_FOUND', 'INVALID_STATE'])

/**
 * Writes what a job ended with; never throws. While the engine cannot write, it tries again until
 * it can or the answer is no longer wanted, because doing the job again would repeat the call to
 * the other system. An answer that the engine refuses for good fails the job with retries 0, since
 * nobody else would answer it.
 */
export const answerJob = async (job: Job, outcome: Outcome, to: Answering): Promise<void> => {
  const refusal = await write(job, outcome, to)
  if (refusal === undefined) return
  const { jobKey } = job
  to.log.error({ jobKey, err: refusal }, 'The engine refused the answer of a job')
  const errorMessage = `The answer was refused: ${refusal.message}`
  const failure = { retries: 0, errorMessage, retryBackOffMs: 0 }
  const last = await write(job, { kind: 'failed', failure }, to)
  if (last !== undefined) to.log.error({ jobKey, err: last }, 'A job could not be failed')
}

/** The refusal, where the engine refused for good; undefined once nothing is left to write. */
const write = async (job: Job, outcome: Outcome, to: Answering): Promise<Error | undefined> => {
  const { jobKey } = job
  for (let pauseMs: number = pausesMs.first; ; pauseMs = Math.min(pauseMs * 2, pausesMs.last)) {
    try {
      await send(job, outcome, to.jobs)
      return undefined
    } catch (error) {
      if (isCoded(error, superseded)) {
        to.log.warn({ jobKey, err: error }, 'A job had ended before its answer; it is dropped')
        return undefined
      }
      if (!isCoded(error, passing)) return error instanceof Error ? error : new Error(String(error))
      to.log.warn({ jobKey, err: error, pauseMs }, 'A job cannot be answered yet')
      if (!(await hasPaused(pauseMs, to.signal))) return undefined
    }
  }
}

const send = (job: Job, outcome: Outcome, jobs: Jobs): Promise<void> => {
  if (outcome.kind === 'completed') return jobs.complete(job.jobKey, outcome.variables)
  if (outcome.kind === 'failed') return jobs.fail(job.jobKey, outcome.failure)
  return jobs.throwError(job.jobKey, outcome.error)
}

const isCoded = (error: unknown, codes: Codes): boolean =>
  error instanceof OrchestrationError && codes.has(error.code)

const hasPaused = (ms: number, signal: AbortSignal): Promise<boolean> =>
  pause(ms, true, { signal }).catch(() => false)
