import type { Job, JsonObject } from '@tenon/orchestration'
import type { Clock } from './clock.ts'
import { randomValue } from './expression.ts'
import { Model } from './model/model.ts'
import type { ModelElement, OpenIncident } from './model/model-element.ts'
import type { ModelInstance } from './model/model-instance.ts'
import type { ModelJob } from './model/model-job.ts'
import { processVariables, randomProcess, type RandomProcess } from './process.ts'
import type { Random } from './random.ts'
import type { Keys, Snapshot } from './snapshot.ts'

/** What clients know, and what ought to be. */
export class World {
  readonly random: Random
  readonly model: Model
  readonly processes: readonly RandomProcess[]
  /** The keys of all that was ever seen, also of what has ended. */
  readonly instances = new Map<ModelInstance, string>()
  readonly elements = new Map<ModelElement, string>()
  readonly jobs = new Map<ModelJob, string>()
  readonly incidents = new Map<OpenIncident, string>()
  readonly #clock: Clock

  constructor(random: Random, clock: Clock) {
    this.random = random
    this.#clock = clock
    this.model = new Model(clock.now)
    const count = random.oneOf(1, 1, 1, 2)
    this.processes = Array.from({ length: count }, (_, at) => randomProcess(random, `process${at}`))
  }

  advance(milliseconds: number): void {
    this.model.advance(milliseconds)
    this.#clock.advance(milliseconds)
  }

  randomVariables(): JsonObject {
    const names = this.random.some([...processVariables, 'own'], 45)
    return Object.fromEntries(names.map((name) => [name, randomValue(this.random)]))
  }

  /** The job of the model that is meant. */
  jobOf({ jobKey, processInstanceKey, elementId }: Job): ModelJob {
    const candidates = this.model.jobs.filter(
      ({ element }) =>
        element.id === elementId && this.instances.get(element.instance) === processInstanceKey,
    )
    // One that has come with this very command has no key yet.
    const job =
      candidates.find((candidate) => this.jobs.get(candidate) === jobKey) ??
      candidates.find((candidate) => !this.jobs.has(candidate))
    if (job === undefined) throw new Error(`Job ${jobKey} of ${elementId} should not be there`)
    return job
  }

  /** Takes over the keys from what is stored, which is equal to the model. */
  learnKeys(model: Snapshot<ModelElement>, stored: Snapshot<Keys>): void {
    const { job, incident } = model.source
    this.elements.set(model.source, String(stored.source.element))
    if (job !== null) this.jobs.set(job, String(stored.source.job))
    if (incident !== null) this.incidents.set(incident, String(stored.source.incident))
    for (const [at, child] of model.children.entries()) {
      const other = stored.children[at]
      if (other !== undefined) this.learnKeys(child, other)
    }
  }
}
