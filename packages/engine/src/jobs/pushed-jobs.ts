import type { Job as JobView, JobSubscription } from '@tenon/orchestration'
import { failJob } from '../core/job-commands.ts'
import type { Job } from '../core/rows.ts'
import type { Step } from '../core/step.ts'
import type { GroupCommit } from '../storage/group-commit.ts'
import type { Transaction } from '../storage/transaction.ts'
import { viewJob } from './job-view.ts'
import { stepOnJob } from './step-on-job.ts'

/** Before looking for jobs again when the storage failed. */
const refillPauseMs = 1_000

interface Subscriber extends JobSubscription {
  readonly active: Map<number, AbortController>
  /** Whether jobs of the type may wait in storage that were not handed out. */
  hasBacklog: boolean
}

/**
 * Jobs for subscribers in the process: handed out when their commit is done, without a write.
 * Which ones are held is known here only, so that after a restart they are handed out again.
 */
export class PushedJobs {
  readonly #subscribers = new Map<string, Subscriber>()
  readonly #commits: GroupCommit

  constructor(commits: GroupCommit) {
    this.#commits = commits
  }

  subscribe(subscription: JobSubscription): { close(): void } {
    const { type } = subscription
    if (this.#subscribers.has(type)) throw new Error(`Job type ${type} has a subscriber already`)
    const subscriber = { ...subscription, active: new Map(), hasBacklog: true }
    this.#subscribers.set(type, subscriber)
    this.#refill(subscriber)
    return { close: () => this.#close(subscriber) }
  }

  close(): void {
    for (const subscriber of [...this.#subscribers.values()]) this.#close(subscriber)
  }

  isHeld({ type, key }: Pick<Job, 'type' | 'key'>): boolean {
    return this.#subscribers.get(type)?.active.has(key) ?? false
  }

  heldCount(type: string): number {
    return this.#subscribers.get(type)?.active.size ?? 0
  }

  /** Hands a committed job out; false when nobody in the process takes it now. */
  offer(step: Step, job: Job): boolean {
    const subscriber = this.#subscribers.get(job.type)
    if (subscriber === undefined) return false
    if (subscriber.active.has(job.key) || subscriber.active.size >= subscriber.maxJobsActive) {
      subscriber.hasBacklog = true
      return false
    }
    this.#handOut(subscriber, job, viewJob(step, job))
    return true
  }

  /** Tells who holds the job that its result is not wanted any more. */
  abort({ type, key }: Job): void {
    this.#subscribers.get(type)?.active.get(key)?.abort()
  }

  #close(subscriber: Subscriber): void {
    if (this.#subscribers.get(subscriber.type) !== subscriber) return
    this.#subscribers.delete(subscriber.type)
    for (const controller of subscriber.active.values()) controller.abort()
  }

  #handOut(subscriber: Subscriber, { key }: Pick<Job, 'key'>, view: JobView): void {
    const controller = subscriber.active.get(key) ?? new AbortController()
    subscriber.active.set(key, controller)
    const work = subscriber.handler(view, controller.signal)
    void work
      .catch((error: unknown) => this.#fail(view, error))
      .finally(() => {
        subscriber.active.delete(key)
        if (subscriber.hasBacklog) this.#refill(subscriber)
      })
  }

  /** A subscriber should answer; where it threw instead, the job must not be lost. */
  async #fail({ jobKey, retries }: JobView, error: unknown): Promise<void> {
    const errorMessage = error instanceof Error ? error.message : String(error)
    const failure = { retries: Math.max(0, retries - 1), errorMessage, retryBackOffMs: 0 }
    await this.#commits.submit((transaction) => {
      const { step, job } = stepOnJob(transaction, jobKey)
      failJob(step, job, failure)
      transaction.add(step)
    })
  }

  #refill(subscriber: Subscriber): void {
    const free = subscriber.maxJobsActive - subscriber.active.size
    if (free <= 0 || this.#subscribers.get(subscriber.type) !== subscriber) return
    subscriber.hasBacklog = false
    const reserved: number[] = []
    this.#commits
      .submit((transaction) => {
        const views = this.#reserve(transaction, subscriber, free)
        reserved.push(...views.keys())
        return views
      })
      .then((views) => {
        for (const [key, view] of views) this.#handOut(subscriber, { key }, view)
      })
      .catch(() => {
        for (const key of reserved) subscriber.active.delete(key)
        setTimeout(() => this.#refill(subscriber), refillPauseMs).unref()
      })
  }

  /** Finds jobs and marks them as held at once, before anybody else can lease them. */
  #reserve(
    transaction: Transaction,
    subscriber: Subscriber,
    free: number,
  ): ReadonlyMap<number, JobView> {
    const { type, active } = subscriber
    const limit = free + active.size
    const found = transaction.find.availableJobs(type, limit)
    const views = new Map<number, JobView>()
    for (const { key, processInstanceKey } of found) {
      const step = transaction.step(processInstanceKey)
      const job = step.state.jobs.get(key)
      if (job !== undefined && !active.has(key) && views.size < free) {
        views.set(key, viewJob(step, job))
      }
    }
    if (found.length === limit) subscriber.hasBacklog = true
    for (const key of views.keys()) active.set(key, new AbortController())
    return views
  }
}
