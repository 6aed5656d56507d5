import type { JsonObject } from '@tenon/orchestration'
import type { ModelElement } from './model-element.ts'

export type ModelJobState = 'AVAILABLE' | 'LEASED' | 'WAITING' | 'FAILED' | 'ERROR_THROWN'

type NewJob = Pick<ModelJob, 'type' | 'retries' | 'onCompleted'>

/** A job as it ought to be. */
export class ModelJob {
  readonly element: ModelElement
  readonly type: string
  /** The how-manieth command created it: the jobs of an older one are handed out first. */
  readonly age: number
  retries: number
  state: ModelJobState = 'AVAILABLE'
  worker = ''
  /** When its lease or back-off ends. */
  dueAt: number | null = null

  readonly onCompleted: (variables: JsonObject) => void

  constructor(element: ModelElement, { type, retries, onCompleted }: NewJob) {
    this.element = element
    this.type = type
    this.retries = retries
    this.onCompleted = onCompleted
    this.age = element.instance.clock.age
  }

  /** Whether its element still waits for it. */
  get isOpen(): boolean {
    return this.element.isLive && this.element.job === this
  }

  /** Whether a worker may answer it. */
  get isAnswerable(): boolean {
    return this.state === 'AVAILABLE' || this.state === 'LEASED'
  }

  /** Whoever comes next may have it. */
  release(): void {
    this.state = 'AVAILABLE'
    this.dueAt = null
  }
}
