import {
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
import type { GroupCommit } from '../storage/group-commit.ts'
import type { Transaction } from '../storage/transaction.ts'
import { DueTimer } from './due-timer.ts'
import { viewJob } from './job-view.ts'
import { PushedJobs } from './pushed-jobs.ts'
import { stepOnJob } from './step-on-job.ts'
import { WaitingWorkers } from './waiting-workers.ts'

/** Jobs whose time has come that are released with one command. */
const releasedPerCommand = 100

/** Before releasing again when the storage failed. */
const releasePauseMs = 1_000

/** Hands jobs out, to subscribers in the process and to workers outside, and takes answers. */
export class EngineJobs implements Jobs {
  readonly #commits: GroupCommit
  readonly #now: () => number
  readonly #pushed: PushedJobs
  readonly #workers = new WaitingWorkers()
  readonly #due: DueTimer

  constructor(commits: GroupCommit, now: () => number) {
    this.#commits = commits
    this.#now = now
    this.#pushed = new PushedJobs(commits)
    this.#due = new DueTimer(now, () => this.#releaseDue())
    this.#due.schedule(now())
  }

  subscribe(subscription: JobSubscription): Subscription {
    return this.#pushed.subscribe(subscription)
  }

  async activate(request: ActivateJobs, signal?: AbortSignal): Promise<readonly JobView[]> {
    const deadline = this.#now() + request.requestTimeoutMs
    for (;;) {
      const jobs = await this.#lease(request, signal)
      const leftMs = deadline - this.#now()
      if (jobs.length > 0 || leftMs <= 0 || signal?.aborted === true) return jobs
      await this.#workers.wait(request.type, leftMs, signal)
    }
  }

  complete(jobKey: string, variables: JsonObject = {}): Promise<void> {
    return this.#change(jobKey, (step, job) => completeJob(step, job, variables))
  }

  fail(jobKey: string, failure: JobFailure): Promise<void> {
    return this.#change(jobKey, (step, job) => failJob(step, job, failure))
  }

  throwError(jobKey: string, error: JobError): Promise<void> {
    return this.#change(jobKey, (step, job) => throwJobError(step, job, error))
  }

  update(jobKey: string, changes: JobChanges): Promise<void> {
    return this.#change(jobKey, (step, job) => updateJob(step, job, changes))
  }

  /** Hands out, takes back and schedules what a committed step changed. */
  onCommitted(step: Step): void {
    for (const event of step.events) if (event.entity === 'job') this.#onChanged(step, event.row)
  }

  #onChanged(step: Step, job: Job): void {
    if (job.state === 'CANCELED') this.#pushed.abort(job)
    // A later event, or a later command of the same group, has changed the job again.
    if (step.state.jobs.get(job.key) !== job) return
    if (job.state === 'AVAILABLE' && !this.#pushed.offer(step, job)) this.#workers.wake(job.type)
    if (job.dueAt !== null) this.#due.schedule(job.dueAt)
  }

  async close(): Promise<void> {
    this.#due.close()
    this.#workers.wakeAll()
    await this.#pushed.close()
  }

  #change(jobKey: string, change: (step: Step, job: Job) => void): Promise<void> {
    return this.#commits.submit((transaction) => {
      const { step, job } = stepOnJob(transaction, jobKey)
      change(step, job)
      transaction.add(step)
    })
  }

  #lease(request: ActivateJobs, signal: AbortSignal | undefined): Promise<readonly JobView[]> {
    const { type, maxJobsToActivate, worker, timeoutMs, fetchVariables } = request
    return this.#commits.submit((transaction) => {
      if (signal?.aborted === true) return []
      const dueAt = transaction.now + timeoutMs
      return this.#available(transaction, type, maxJobsToActivate).map(({ step, job }) => {
        leaseJob(step, job, { worker, dueAt })
        transaction.add(step)
        const view = viewJob(step, { ...job, state: 'LEASED', worker, dueAt }, fetchVariables)
        return { ...view, variables: showSecretReferencesIn(view.variables) }
      })
    })
  }

  #available(
    transaction: Transaction,
    type: string,
    count: number,
  ): readonly { readonly step: Step; readonly job: Job }[] {
    const limit = count + this.#pushed.heldCount(type)
    const found = transaction.find.availableJobs(type, limit).flatMap((owned) => {
      const step = transaction.step(owned.processInstanceKey)
      const job = step.state.jobs.get(owned.key)
      return job === undefined || this.#pushed.isHeld(job) ? [] : { step, job }
    })
    return found.slice(0, count)
  }

  #releaseDue(): void {
    this.#commits
      .submit((transaction) => {
        const due = transaction.find.dueJobs(transaction.now, releasedPerCommand)
        for (const { key, processInstanceKey } of due) {
          const step = transaction.step(processInstanceKey)
          const job = step.state.jobs.get(key)
          if (job === undefined) continue
          releaseJob(step, job)
          transaction.add(step)
        }
        return { isMore: due.length === releasedPerCommand, next: transaction.find.nextDue() }
      })
      .then(({ isMore, next }) => {
        if (isMore) this.#due.schedule(this.#now())
        else if (next !== null) this.#due.schedule(Math.max(next, this.#now() + 1))
      })
      .catch((error: unknown) => {
        if (!(error instanceof OrchestrationError)) throw error
        this.#due.schedule(this.#now() + releasePauseMs)
      })
  }
}
