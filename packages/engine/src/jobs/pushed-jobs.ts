import type { JobSubscription, Subscription } from '@tenon/orchestration'
import type { Job } from '../core/rows.ts'
import type { Step } from '../core/step.ts'
import { EngineError } from '../errors.ts'
import type { GroupCommit } from '../storage/group-commit.ts'
import { viewJob } from './job-view.ts'
import { Subscriber } from './subscriber.ts'

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

  /** Throws `SUBSCRIPTION_EXISTS`. */
  subscribe(subscription: JobSubscription): Subscription {
    const { type } = subscription
    if (this.#subscribers.has(type)) throw taken(type)
    const subscriber = new Subscriber(subscription, this.#commits)
    this.#subscribers.set(type, subscriber)
    return {
      close: async (graceMs) => {
        await subscriber.close(graceMs)
        if (this.#subscribers.get(type) === subscriber) this.#subscribers.delete(type)
      },
    }
  }

  /** Aborts what is left, of subscribers that did not close themselves. */
  async close(): Promise<void> {
    await Promise.all([...this.#subscribers.values()].map((subscriber) => subscriber.close(0)))
  }

  isHeld(type: string, key: number): boolean {
    return this.#subscribers.get(type)?.holds(key) ?? false
  }

  /** Hands a committed job out; false when nobody in the process takes it now. */
  offer(step: Step, job: Job): boolean {
    const subscriber = this.#subscribers.get(job.type)
    if (subscriber === undefined || !subscriber.hasRoomFor(job.key)) return false
    subscriber.handOut(job.key, viewJob(step, job))
    return true
  }

  /** Tells who holds the job that its result is not wanted any more. */
  abort({ type, key }: Job): void {
    this.#subscribers.get(type)?.abort(key)
  }
}

const taken = (type: string): EngineError =>
  new EngineError(
    'SUBSCRIPTION_EXISTS',
    `Job type ${type} has a subscriber in this process already. Close that subscription first.`,
  )
