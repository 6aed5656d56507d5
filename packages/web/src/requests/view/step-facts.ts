import type { ElementInstance, Incident, JobSearchResult } from '@tenon/orchestration'
import { durationOf } from '../duration.ts'
import { requestWords } from '../words.ts'
import type { Fact } from './facts.tsx'

const words = requestWords.details
const exact = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'medium' })

/** When a step began and ended. `now` is in epoch milliseconds. */
export const passFacts = (pass: ElementInstance, now: number): readonly Fact[] => [
  { name: words.started, value: moment(pass.startDate) },
  { name: words.ended, value: moment(pass.endDate) },
  { name: words.took, value: pass.endDate === null ? null : durationOf(pass, now) },
]

type Job = Pick<
  JobSearchResult,
  'type' | 'state' | 'retries' | 'deadline' | 'worker' | 'errorCode' | 'errorMessage'
>

/** How a job went, in words of those who own the process. */
export const jobFacts = (
  job: Job,
  attemptsMax: number | undefined,
  incident: Pick<Incident, 'errorMessage'> | undefined,
): readonly Fact[] => [
  { name: words.attempts, value: attemptsOf(job, attemptsMax) },
  { name: words.nextAttempt, value: job.state === 'FAILED' ? moment(job.deadline) : null },
  {
    name: words.error,
    // The step says it already.
    value: job.errorMessage === incident?.errorMessage ? null : job.errorMessage,
  },
  { name: words.errorCode, value: job.errorCode },
]

/** A job that was given more attempts, or was begun anew after errors, does not tell how many it had. */
const attemptsOf = (
  { state, retries, errorMessage }: Job,
  attemptsMax: number | undefined,
): string | undefined => {
  if (attemptsMax === undefined || state === 'RETRIES_UPDATED') return undefined
  const isLastCounted = state === 'FAILED'
  if (!isLastCounted && errorMessage !== null) return undefined
  const used = attemptsMax - retries + (isLastCounted || state === 'CREATED' ? 0 : 1)
  return used > 0 && used <= attemptsMax ? words.attemptsUsed(used, attemptsMax) : undefined
}

/** What only developers ask for. */
export const developerFacts = (
  pass: Pick<ElementInstance, 'elementId' | 'elementInstanceKey'>,
  job: Job | undefined,
): readonly Fact[] => [
  { name: words.element, value: pass.elementId },
  { name: words.elementKey, value: pass.elementInstanceKey },
  { name: words.jobType, value: job?.type },
  { name: words.jobState, value: job && words.jobStates[job.state] },
  { name: words.retries, value: job?.retries.toString() },
  { name: words.worker, value: job?.worker },
]

const moment = (date: string | null): string | null =>
  date === null ? null : exact.format(Date.parse(date))
