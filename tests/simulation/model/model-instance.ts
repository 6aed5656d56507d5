import type { JsonObject } from '@tenon/orchestration'
import { ModelElement } from './model-element.ts'

/** What the model knows of time. */
export interface ModelClock {
  /** Epoch milliseconds. */
  readonly now: number
  /** Commands so far. */
  readonly age: number
}

/** A process instance as it ought to be. */
export class ModelInstance {
  readonly clock: ModelClock
  readonly root: ModelElement
  state: 'ACTIVE' | 'COMPLETED' | 'TERMINATED' = 'ACTIVE'
  /** How often each element ended and how. */
  readonly ended = new Map<string, number>()

  constructor(clock: ModelClock, variables: JsonObject) {
    this.clock = clock
    this.root = new ModelElement(this, '', null)
    this.root.setLocal(variables)
    this.root.onDone = () => this.#end('COMPLETED')
  }

  cancel(): void {
    this.root.terminateChildren()
    this.#end('TERMINATED')
  }

  count(id: string, how: 'COMPLETED' | 'TERMINATED'): void {
    const name = `${id} ${how}`
    this.ended.set(name, (this.ended.get(name) ?? 0) + 1)
  }

  #end(state: ModelInstance['state']): void {
    this.state = state
    this.root.isLive = false
  }
}
