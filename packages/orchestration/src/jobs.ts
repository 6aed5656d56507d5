import type { JsonObject } from './json.ts'

/** Work that the engine hands out, and what may be answered. */
export interface Jobs {
  /**
   * Pushes each job of a type to the handler, at most `maxJobsActive` at a time. The handler
   * answers through `complete`, `fail` or `throwError`; it must not throw.
   * Variables carry sealed secret references (see `secret-seal.ts`).
   */
  subscribe(subscription: JobSubscription): Subscription
  /**
   * Leases jobs to a worker outside of the process; waits up to `requestTimeoutMs` for the first.
   * An empty array when there was none in time. An aborted request leases nothing.
   */
  activate(request: ActivateJobs, signal?: AbortSignal): Promise<readonly Job[]>
  complete(jobKey: string, variables?: JsonObject): Promise<void>
  fail(jobKey: string, failure: JobFailure): Promise<void>
  /** Continues at the nearest boundary event that catches the code; an incident where none does. */
  throwError(jobKey: string, error: JobError): Promise<void>
  update(jobKey: string, changes: JobChanges): Promise<void>
}

/** A subscription at work. */
export interface Subscription {
  /**
   * Hands no more jobs out, waits up to `graceMs` for those under way, then aborts what is left.
   */
  close(graceMs: number): Promise<void>
}

/** Which jobs to push, and to whom. */
export interface JobSubscription {
  readonly type: string
  readonly maxJobsActive: number
  /** `signal` aborts when the job is cancelled or the subscription has closed. */
  readonly handler: (job: Job, signal: AbortSignal) => Promise<void>
}

/** Which jobs to lease, for how long, and how long to wait for them. */
export interface ActivateJobs {
  readonly type: string
  readonly worker: string
  /** Milliseconds until the lease ends and another worker may have the job. */
  readonly timeoutMs: number
  readonly maxJobsToActivate: number
  /** Milliseconds to wait for the first job; 0 does not wait. */
  readonly requestTimeoutMs: number
  /** Names of the variables to fetch; all visible ones when absent. */
  readonly fetchVariables?: readonly string[]
}

/** A job as it is handed out. */
export interface Job {
  readonly jobKey: string
  readonly type: string
  readonly processInstanceKey: string
  readonly processDefinitionKey: string
  readonly processDefinitionId: string
  readonly processDefinitionVersion: number
  readonly elementId: string
  readonly elementInstanceKey: string
  readonly customHeaders: Readonly<Record<string, string>>
  /** Those left, this attempt included. */
  readonly retries: number
  readonly worker: string
  /** Epoch milliseconds at which the lease ends; null for a pushed job. */
  readonly deadline: number | null
  /** All that the element sees, nearest scope first. */
  readonly variables: JsonObject
  readonly tags: readonly string[]
}

/** How an attempt failed. */
export interface JobFailure {
  /** Those left after this attempt; 0 raises an incident. */
  readonly retries: number
  readonly errorMessage: string
  /** Milliseconds before the job is handed out again. */
  readonly retryBackOffMs: number
  /** Set in the scope of the job's element. */
  readonly variables?: JsonObject
}

/** A BPMN error that a job throws. */
export interface JobError {
  readonly errorCode: string
  readonly errorMessage: string
  readonly variables?: JsonObject
}

/** What to change; what is absent stays. */
export interface JobChanges {
  readonly retries?: number
  /** Milliseconds from now at which the lease ends. */
  readonly timeoutMs?: number
}
