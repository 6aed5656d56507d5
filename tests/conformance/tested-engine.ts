import type { JsonObject } from '@tenon/orchestration'
import type { Snapshot } from './snapshot.ts'
import type { Step } from './step.ts'

/** A step with the key of what it is about, where it is about something that exists. */
export interface Command {
  readonly step: Step
  readonly key: string
}

/** What came of a command: why it was refused, and the jobs that it handed out. */
export interface Answer {
  readonly refusal?: Refusal
  readonly activated?: readonly ActivatedJob[]
}

/** What Camunda and Tenon call it alike. */
export type Refusal = 'NOT_FOUND' | 'ALREADY_EXISTS' | 'INVALID_STATE' | 'INVALID_ARGUMENT'

/** What a worker gets to see. */
export interface ActivatedJob {
  readonly element: string
  readonly retries: number
  readonly headers: Readonly<Record<string, string>>
  readonly variables: JsonObject
}

/** An engine that runs scenarios. */
export interface TestedEngine {
  /** Forgets all that was before. */
  reset(): Promise<void>
  /** Returns why the model was refused; undefined where it was not. */
  deploy(xml: string): Promise<string | undefined>
  perform(command: Command): Promise<Answer>
  snapshot(): Promise<Snapshot>
  close(): Promise<void>
}
