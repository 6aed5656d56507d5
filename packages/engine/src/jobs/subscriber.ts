import type { Job as JobView, JobSubscription } from '@tenon/orchestration'
import { failJob } from '../core/job-commands.ts'
import type { GroupCommit } from '../storage/group-commit.ts'
import type { Transaction } from '../storage/transaction.ts'
import type { Owned } from '../storage/work-finder.ts'
import { viewJob } from './job-view.ts'
import { stepOnJob } from './step-on-job.ts'

/** Before looking for jobs again when the storage failed. */
const refillPauseMs = 1_000

/** One subscription at work: the jobs that it holds, and those that wait until it has room. */
export class Subscriber {
  readonly #subscription: JobSubscription
  readonly #commits: GroupCommit
  readonly #held = new Map<number, AbortController>()
  /** Whether jobs may wait in storage that were not handed out, such as for want of room. */
  #hasBacklog = true
  /** Held jobs that may be had again already, since their holder failed them and goes on. */
  readonly #again = new Set<number>()
  #isRefilling = false
  #isClosed = false
  #onIdle: (() => void) | undefined

  constructor(subscription: JobSubscription, commits: GroupCommit) {
    this.#subscription = subscription
    this.#commits = commits
    this.#refill()
  }

  holds(key: number): boolean {
    return this.#held.has(key)
  }

  /** Whether it takes the job now; else it looks for it itself when it has room again. */
  hasRoomFor(key: number): boolean {
    if (this.#held.has(key)) {
      this.#again.add(key)
      return false
    }
    const hasRoom = !this.#isClosed && this.#free > 0
    if (!hasRoom) this.#hasBacklog = true
    return hasRoom
  }

  handOut(key: number, view: JobView): void {
    const controller = this.#held.get(key) ?? new AbortController()
    this.#held.set(key, controller)
    Promise.try(this.#subscription.handler, view, controller.signal)
      .catch((error: unknown) => this.#fail(view, error))
      // Not even that could be written: it is looked for again.
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

  get #free(): number {
    return this.#subscription.maxJobsActive - this.#held.size
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
    if (this.#again.delete(key)) this.#hasBacklog = true
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
    if (this.#isRefilling || this.#isClosed || this.#free <= 0) return
    this.#isRefilling = true
    const reserved = new Map<number, JobView>()
    this.#commits
      .submit((transaction) => this.#reserve(transaction, reserved))
      .then(() => {
        this.#isRefilling = false
        for (const [key, view] of reserved) this.handOut(key, view)
        // Somebody let go while it was looking, or a definition must be loaded for the next one.
        if (this.#hasBacklog) this.#refill()
      })
      .catch(() => {
        this.#isRefilling = false
        this.#hasBacklog = true
        for (const key of reserved.keys()) this.#held.delete(key)
        setTimeout(() => this.#refill(), refillPauseMs).unref()
      })
  }

  /** Finds jobs and marks them as held at once, before anybody else can lease them. */
  #reserve(transaction: Transaction, reserved: Map<number, JobView>): void {
    if (this.#isClosed) return
    for (const { key, step } of transaction.steps(this.#wanted(transaction))) {
      const job = step.state.jobs.get(key)
      if (job === undefined) continue
      reserved.set(key, viewJob(step, job))
      this.#held.set(key, new AbortController())
    }
  }

  *#wanted(transaction: Transaction): Generator<Owned> {
    // Until the last one was taken.
    this.#hasBacklog = true
    for (const owned of transaction.find.availableJobs(this.#subscription.type)) {
      if (this.#held.has(owned.key)) continue
      if (this.#free <= 0) return
      yield owned
    }
    this.#hasBacklog = false
  }
}
