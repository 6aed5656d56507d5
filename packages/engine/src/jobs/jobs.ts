import {
  jobTimeMsMax,
  OrchestrationError,
  type ActivateJobs,
  type Job as JobView,
  type JobChanges,
  type JobError,
  type JobFailure,
  type Jobs,
  type JobSubscription,
  type JsonObject,
  type Subscription,
} from '@tenon/orchestration'
import { showSecretReferencesIn } from '@tenon/orchestration/secret-seal'
import { completeJob, failJob, leaseJob, releaseJob, updateJob } from '../core/job-commands.ts'
import type { Job } from '../core/rows.ts'
import type { Step } from '../core/step.ts'
import { throwJobError } from '../core/throw-job-error.ts'
import { DueWork } from '../due/due-work.ts'
import type { EngineClock } from '../due/engine-clock.ts'
import type { GroupCommit } from '../storage/group-commit.ts'
import type { Transaction } from '../storage/transaction.ts'
import type { Owned } from '../storage/work-finder.ts'
import { viewJob } from './job-view.ts'
import { PushedJobs } from './pushed-jobs.ts'
import { stepOnJob } from './step-on-job.ts'
import { WaitingWorkers } from './waiting-workers.ts'

/** Jobs whose time has come that are released with one command. */
const releasedPerCommand = 100

/**
 * Characters of JSON after which no more jobs are leased at once: an answer of many jobs with large
 * variables would be longer than any text can be, and its jobs leased to nobody.
 */
const activatedVariablesMax = 16 * 1024 * 1024

/** As many as Camunda's 32 bits hold. */
const retriesMax = 2 ** 31 - 1

/** Hands jobs out, to subscribers in the process and to workers outside, and takes answers. */
export class EngineJobs implements Jobs {
  readonly #commits: GroupCommit
  readonly #pushed: PushedJobs
  readonly #workers = new WaitingWorkers()
  readonly #due: DueWork
  #isClosed = false

  constructor(commits: GroupCommit, clock: EngineClock) {
    this.#commits = commits
    this.#pushed = new PushedJobs(commits)
    this.#due = new DueWork(commits, clock, releaseDue)
  }

  subscribe(subscription: JobSubscription): Subscription {
    return this.#pushed.subscribe(subscription)
  }

  async activate(request: ActivateJobs, signal?: AbortSignal): Promise<readonly JobView[]> {
    requireMilliseconds('timeout', request.timeoutMs)
    // Not the engine's clock, which may stand still.
    const deadline = performance.now() + request.requestTimeoutMs
    for (;;) {
      const leftMs = deadline - performance.now()
      const { jobs, waiting } = await this.#commits.submit((transaction) => {
        const leased = this.#lease(transaction, request, signal)
        const isWanted = leased.length === 0 && leftMs > 0
        const wait = isWanted ? this.#workers.wait(request.type, leftMs, signal) : undefined
        return { jobs: leased, waiting: wait }
      })
      // Who left after being woken passes the turn on.
      if (signal?.aborted === true && jobs.length === 0) this.#workers.wake(request.type)
      if (waiting === undefined || signal?.aborted === true || this.#isClosed) return jobs
      await waiting
    }
  }

  complete(jobKey: string, variables: JsonObject = {}): Promise<void> {
    return this.#change(jobKey, (step, job) => completeJob(step, job, variables))
  }

  async fail(jobKey: string, failure: JobFailure): Promise<void> {
    requireRetries(failure.retries)
    requireMilliseconds('back-off', failure.retryBackOffMs)
    await this.#change(jobKey, (step, job) => failJob(step, job, failure))
  }

  throwError(jobKey: string, error: JobError): Promise<void> {
    return this.#change(jobKey, (step, job) => throwJobError(step, job, error))
  }

  async update(jobKey: string, changes: JobChanges): Promise<void> {
    if (changes.retries !== undefined) requireSomeRetries(changes.retries)
    if (changes.timeoutMs !== undefined) requireMilliseconds('timeout', changes.timeoutMs)
    await this.#change(jobKey, (step, job) => updateJob(step, job, changes))
  }

  /** Hands out, takes back and schedules what a committed step changed. */
  onCommitted(step: Step): void {
    for (const event of step.events) if (event.entity === 'job') this.#onChanged(step, event.row)
  }

  #onChanged(step: Step, job: Job): void {
    if (job.state === 'CANCELED') this.#pushed.abort(job)
    // A later event, or a later command of the same group, may have changed the job again.
    const live = step.state.jobs.get(job.key)
    if (live?.state !== job.state || live.dueAt !== job.dueAt) return
    if (job.state === 'AVAILABLE' && !this.#pushed.offer(step, job)) this.#workers.wake(job.type)
    if (job.dueAt !== null) this.#due.schedule(job.dueAt)
  }

  async close(): Promise<void> {
    this.#isClosed = true
    this.#due.close()
    this.#workers.close()
    await this.#pushed.close()
  }

  #change(jobKey: string, change: (step: Step, job: Job) => void): Promise<void> {
    return this.#commits.submit((transaction) => {
      const { step, job } = stepOnJob(transaction, jobKey)
      change(step, job)
      transaction.add(step)
    })
  }

  #lease(
    transaction: Transaction,
    { type, maxJobsToActivate, worker, timeoutMs, fetchVariables }: ActivateJobs,
    signal: AbortSignal | undefined,
  ): readonly JobView[] {
    const jobs: JobView[] = []
    if (signal?.aborted === true || maxJobsToActivate < 1) return jobs
    const dueAt = transaction.now + timeoutMs
    let characters = 0
    for (const { key, step } of transaction.steps(this.#leasable(transaction, type))) {
      const job = step.state.jobs.get(key)
      if (job === undefined) continue
      leaseJob(step, job, { worker, dueAt })
      transaction.add(step)
      const view = viewJob(step, { ...job, state: 'LEASED', worker, dueAt }, fetchVariables)
      const variables = showSecretReferencesIn(view.variables)
      jobs.push({ ...view, variables })
      if (jobs.length === maxJobsToActivate) break
      characters += JSON.stringify(variables).length
      if (characters > activatedVariablesMax) break
    }
    return jobs
  }

  *#leasable(transaction: Transaction, type: string): Generator<Owned> {
    for (const owned of transaction.find.availableJobs(type)) {
      if (!this.#pushed.isHeld(type, owned.key)) yield owned
    }
  }
}

const releaseDue = (transaction: Transaction): number | null => {
  let released = 0
  for (const { key, step } of transaction.steps(transaction.find.dueJobs(transaction.now))) {
    const job = step.state.jobs.get(key)
    if (job === undefined) continue
    releaseJob(step, job)
    transaction.add(step)
    if (++released === releasedPerCommand) break
  }
  // Of many due at once, or of definitions that must be loaded, some are left.
  return released > 0 ? transaction.now : transaction.find.nextDue(transaction.now)
}

const requireMilliseconds = (what: string, value: number): void => {
  if (Number.isInteger(value) && value >= 0 && value <= jobTimeMsMax) return
  throw notAllowed(`The ${what} must be 0 to ${jobTimeMsMax} whole milliseconds, not ${value}.`)
}

const requireRetries = (value: number): void => {
  if (Number.isInteger(value) && value >= 0 && value <= retriesMax) return
  throw notAllowed(`The retries must be a whole number of 0 to ${retriesMax}, not ${value}.`)
}

/** Without any, nobody could do the job: that is what `fail` is for. */
const requireSomeRetries = (value: number): void => {
  if (value !== 0) return requireRetries(value)
  throw notAllowed('The retries must be at least 1: a job cannot be left without any.')
}

const notAllowed = (message: string): OrchestrationError =>
  new OrchestrationError('INVALID_ARGUMENT', message)
