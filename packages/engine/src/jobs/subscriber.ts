import type { Job as JobView, JobSubscription } from '@tenon/orchestration'
import { failJob } from '../core/job-commands.ts'
import type { GroupCommit } from '../storage/group-commit.ts'
import type { Transaction } from '../storage/transaction.ts'
import { viewJob } from './job-view.ts'
import { stepOnJob } from './step-on-job.ts'

/** Before looking for jobs again when the storage failed. */
const refillPauseMs = 1_000

/** One subscription at work: the jobs that it holds, and those that wait until it has room. */
export class Subscriber {
  readonly #subscription: JobSubscription
  readonly #commits: GroupCommit
  readonly #held = new Map<number, AbortController>()
  /** Whether jobs may wait in storage that were not handed out. */
  #hasBacklog = true
  #isClosed = false
  #onIdle: (() => void) | undefined

  constructor(subscription: JobSubscription, commits: GroupCommit) {
    this.#subscription = subscription
    this.#commits = commits
    this.#refill()
  }

  get heldCount(): number {
    return this.#held.size
  }

  holds(key: number): boolean {
    return this.#held.has(key)
  }

  /** Whether it takes the job now; else it looks for it itself when it has room again. */
  hasRoomFor(key: number): boolean {
    const { maxJobsActive } = this.#subscription
    const hasRoom = !this.#isClosed && !this.#held.has(key) && this.#held.size < maxJobsActive
    if (!hasRoom) this.#hasBacklog = true
    return hasRoom
  }

  handOut(key: number, view: JobView): void {
    const controller = this.#held.get(key) ?? new AbortController()
    this.#held.set(key, controller)
    this.#subscription
      .handler(view, controller.signal)
      .catch((error: unknown) => this.#fail(view, error))
      .catch(() => (this.#hasBacklog = true))
      .finally(() => this.#release(key))
  }

  /** Tells the holder that its result is not wanted any more. */
  abort(key: number): void {
    this.#held.get(key)?.abort()
  }

  async close(graceMs: number): Promise<void> {
    this.#isClosed = true
    if (this.#held.size > 0) await this.#idle(graceMs)
    for (const controller of this.#held.values()) controller.abort()
  }

  #idle(timeoutMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, timeoutMs)
      this.#onIdle = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  #release(key: number): void {
    this.#held.delete(key)
    if (this.#held.size === 0) this.#onIdle?.()
    if (this.#hasBacklog) this.#refill()
  }

  /** A subscriber should answer; where it threw instead, the job must not be lost. */
  #fail({ jobKey, retries }: JobView, error: unknown): Promise<void> {
    const errorMessage = error instanceof Error ? error.message : String(error)
    const failure = { retries: Math.max(0, retries - 1), errorMessage, retryBackOffMs: 0 }
    return this.#commits.submit((transaction) => {
      const { step, job } = stepOnJob(transaction, jobKey)
      failJob(step, job, failure)
      transaction.add(step)
    })
  }

  #refill(): void {
    const free = this.#subscription.maxJobsActive - this.#held.size
    if (free <= 0 || this.#isClosed) return
    this.#hasBacklog = false
    const reserved = new Map<number, JobView>()
    this.#commits
      .submit((transaction) => this.#reserve(transaction, free, reserved))
      .then(() => {
        for (const [key, view] of reserved) this.handOut(key, view)
      })
      .catch(() => {
        this.#hasBacklog = true
        for (const key of reserved.keys()) this.#held.delete(key)
        if (!this.#isClosed) setTimeout(() => this.#refill(), refillPauseMs).unref()
      })
  }

  /** Finds jobs and marks them as held at once, before anybody else can lease them. */
  #reserve(transaction: Transaction, free: number, reserved: Map<number, JobView>): void {
    const limit = free + this.#held.size
    const found = transaction.find.availableJobs(this.#subscription.type, limit)
    if (found.length === limit) this.#hasBacklog = true
    for (const { key, processInstanceKey } of found) {
      const step = transaction.step(processInstanceKey)
      const job = step.state.jobs.get(key)
      if (job === undefined || this.#held.has(key) || reserved.size >= free) continue
      reserved.set(key, viewJob(step, job))
    }
    for (const key of reserved.keys()) this.#held.set(key, new AbortController())
  }
}
