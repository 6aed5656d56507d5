import type { ElementInstance, JobSearchResult } from '@tenon/orchestration'
import { ordinal } from './ordinal.ts'
import { requestState } from '../request-state.ts'
import { requestWords } from '../words.ts'

const words = requestWords.sentence

/** What is known of one pass through an element. */
export interface Step {
  readonly pass: Pick<
    ElementInstance,
    'elementId' | 'elementName' | 'type' | 'state' | 'hasIncident'
  >
  /** Its job while it is at work. */
  readonly job: Pick<JobSearchResult, 'state' | 'retries' | 'deadline'> | undefined
  /** Why it stopped. */
  readonly reason: string | undefined
  /** How often its job is tried, where the model says so in a number. */
  readonly attemptsMax: number | undefined
}

/** What a step does, or did, as a sentence without its time. */
export const sentence = (step: Step): string => {
  const name = nameOf(step.pass)
  switch (requestState(step.pass)) {
    case 'incident':
      return step.reason === undefined ? words.failedWhy(name) : failed(name, step.reason)
    case 'running':
      return running(name, step)
    case 'cancelled':
      return words.cancelled(name)
    case 'completed':
      return completed(step.pass)
  }
}

/** How an element is called: by its id where it has no name. */
const nameOf = (pass: Pick<ElementInstance, 'elementId' | 'elementName'>): string =>
  pass.elementName ?? pass.elementId

/** The rest of a long reason stands where the incident is shown. */
const failed = (name: string, reason: string): string =>
  words.failed(name, reason.split('\n', 1)[0] ?? '')

const running = (name: string, { job, attemptsMax }: Step): string => {
  if (job === undefined) return words.runs(name)
  if (job.state === 'RETRIES_UPDATED') return words.triedAgain(name)
  const attempt = attemptsMax === undefined ? undefined : attemptsMax - job.retries + 1
  const isCounted = attempt !== undefined && attemptsMax !== undefined && attempt > 1
  // One that is tried again is still told as failed, but not as due later.
  const isWaiting = job.state === 'FAILED' && job.deadline !== null
  if (isCounted && attempt <= attemptsMax)
    return (isWaiting ? words.waits : words.attempts)(name, ordinal(attempt), attemptsMax)
  return isWaiting ? words.waitsAgain(name) : words.runs(name)
}

const completed = ({ type, elementId, elementName }: Step['pass']): string => {
  // An element without a name is called by its id, which says nothing to people.
  const name = elementName === elementId ? null : elementName
  switch (type) {
    case 'START_EVENT':
      return words.started(name)
    case 'END_EVENT':
      return words.ended(name)
    case 'EXCLUSIVE_GATEWAY':
      return words.decided(name)
    case 'PARALLEL_GATEWAY':
      return words.parallel(name)
    case 'BOUNDARY_EVENT':
      return words.caught(name)
    case 'SERVICE_TASK':
      return elementName ?? elementId
  }
}
