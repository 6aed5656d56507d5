import type { ModelClock, ModelInstance } from './model-instance.ts'
import type { ModelJob } from './model-job.ts'
import type { ModelElement, OpenIncident } from './model-element.ts'

/** All that an engine ought to hold. */
export class Model implements ModelClock {
  /** Epoch milliseconds. */
  now: number
  /** Counts commands. */
  age = 0
  readonly instances: ModelInstance[] = []

  constructor(now: number) {
    this.now = now
  }

  get jobs(): readonly ModelJob[] {
    return this.#elements().flatMap(({ job }) => job ?? [])
  }

  get incidents(): readonly OpenIncident[] {
    return this.#elements().flatMap(({ incident }) => incident ?? [])
  }

  /** Leases and back-offs end with time. */
  advance(milliseconds: number): void {
    this.now += milliseconds
    for (const job of this.jobs) {
      if (job.dueAt !== null && job.dueAt <= this.now) job.release()
    }
  }

  #elements(): readonly ModelElement[] {
    return this.instances.flatMap(({ root }) => [...root.all()])
  }
}
