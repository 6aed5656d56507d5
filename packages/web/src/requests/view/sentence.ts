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
  /** How the model calls the element, see `ModelElement`; undefined while that is not known. */
  readonly called: string | undefined
  /** Where a gateway decided to go. */
  readonly decision: string | undefined
  /** How often its job is tried, where the model says so in a number. */
  readonly attemptsMax: number | undefined
}

/** What a step does, or did, as a sentence without its time. */
export const sentence = (step: Step): string => {
  const name = nameOf(step)
  switch (requestState(step.pass)) {
    case 'incident':
      return words.failed(name)
    case 'running':
      return running(name, step)
    case 'cancelled':
      return words.cancelled(name)
    case 'completed':
      return completed(step)
  }
}

/** How people call a step: an id says nothing to them. */
export const nameOf = ({ pass, called }: Pick<Step, 'pass' | 'called'>): string =>
  ownName(pass) ?? called ?? requestWords.kinds[pass.type]

/** An element without a name is called by its id. */
const ownName = ({ elementId, elementName }: Step['pass']): string | null =>
  elementName === elementId ? null : elementName

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

const completed = (step: Step): string => {
  const name = ownName(step.pass)
  switch (step.pass.type) {
    case 'START_EVENT':
      return words.started(name)
    case 'END_EVENT':
      return words.ended(name)
    case 'EXCLUSIVE_GATEWAY':
      return decided(name, step.decision)
    case 'PARALLEL_GATEWAY':
      return words.parallel(name)
    case 'BOUNDARY_EVENT':
      return words.caught(name)
    default:
      return nameOf(step)
  }
}

const decided = (name: string | null, next: string | undefined): string => {
  const passed = name === null ? words.passed : words.decided(name)
  return next === undefined ? passed : words.went(passed, next)
}
