import {
  type Job,
  type JobChanges,
  type JobError,
  type JobFailure,
  type Jobs,
  type JobSubscription,
  type JsonObject,
  type Subscription,
  OrchestrationError,
} from '@tenon/orchestration'

/** How a job was answered, as the engine got it. */
export type Answer =
  | { readonly completed: JsonObject | undefined }
  | { readonly failed: JobFailure }
  | { readonly thrown: JobError }

/** The `Jobs` contract in memory: pushes what a test gives it, and keeps the answers. */
export class MemoryJobs implements Jobs {
  readonly updates: JobChanges[] = []
  /** Thrown by the next answers, one each. */
  readonly refusals: Error[] = []
  readonly #subscriptions = new Map<string, JobSubscription>()
  readonly #jobs = new Map<string, Held>()
  #lastKey = 0
  #active = 0
  #whenOneEnds = Promise.withResolvers<void>()

  /**
   * Pushes a job, once its subscriber has room; resolves with its answer, or with undefined where
   * it got none.
   */
  async push(job: Partial<Job> & { readonly type: string }): Promise<Answer | undefined> {
    const subscription = this.#subscriptions.get(job.type)
    if (subscription === undefined) throw new Error(`Nobody subscribed to ${job.type}`)
    const jobKey = job.jobKey ?? String(++this.#lastKey)
    const held: Held = { abort: new AbortController(), answers: [] }
    this.#jobs.set(jobKey, held)
    while (this.#active >= subscription.maxJobsActive) await this.#whenOneEnds.promise
    this.#active++
    await subscription.handler({ ...plainJob, ...job, jobKey }, held.abort.signal)
    this.#active--
    this.#whenOneEnds.resolve()
    this.#whenOneEnds = Promise.withResolvers<void>()
    if (held.answers.length > 1) throw new Error(`Job ${jobKey} was answered twice`)
    return held.answers[0]
  }

  cancel(jobKey: string): void {
    this.#jobs.get(jobKey)?.abort.abort()
    this.#jobs.delete(jobKey)
  }

  subscribe(subscription: JobSubscription): Subscription {
    this.#subscriptions.set(subscription.type, subscription)
    return {
      close: () => {
        for (const { abort } of this.#jobs.values()) abort.abort()
        this.#subscriptions.delete(subscription.type)
        return Promise.resolve()
      },
    }
  }

  activate(): Promise<readonly Job[]> {
    return Promise.resolve([])
  }
  complete(jobKey: string, variables?: JsonObject): Promise<void> {
    return this.#answer(jobKey, { completed: variables })
  }
  fail(jobKey: string, failure: JobFailure): Promise<void> {
    return this.#answer(jobKey, { failed: failure })
  }
  throwError(jobKey: string, error: JobError): Promise<void> {
    return this.#answer(jobKey, { thrown: error })
  }
  update(_: string, changes: JobChanges): Promise<void> {
    return this.#settle(() => this.updates.push(changes))
  }

  #answer(jobKey: string, answer: Answer): Promise<void> {
    return this.#settle(() => {
      const held = this.#jobs.get(jobKey)
      if (held === undefined) throw new OrchestrationError('NOT_FOUND', `No job ${jobKey}`)
      held.answers.push(answer)
    })
  }

  async #settle(change: () => void): Promise<void> {
    await Promise.resolve()
    const refusal = this.refusals.shift()
    if (refusal !== undefined) throw refusal
    change()
  }
}

interface Held {
  readonly abort: AbortController
  readonly answers: Answer[]
}

const plainJob: Omit<Job, 'jobKey' | 'type'> = {
  processInstanceKey: '1',
  processDefinitionKey: '2',
  processDefinitionId: 'process',
  processDefinitionVersion: 1,
  elementId: 'task',
  elementInstanceKey: '3',
  customHeaders: {},
  retries: 3,
  worker: 'runtime',
  deadline: null,
  variables: {},
  tags: [],
}
