import type { Changes } from '@tenon/orchestration'
import type { Step } from './core/step.ts'

type Listener = (changes: Changes) => void

/** Those who want to know what has changed. Without any of them nothing is gathered. */
export class Watchers {
  readonly #listeners = new Set<{ readonly tell: Listener }>()

  watch(tell: Listener): () => void {
    // An object of its own, so that a function that listens twice is told twice.
    const listener = { tell }
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  onCommitted(steps: readonly Step[]): void {
    if (this.#listeners.size === 0 || steps.length === 0) return
    const keys = new Set(steps.map(({ processInstance }) => processInstance.key))
    this.#tell({ processInstanceKeys: [...keys].map(String), hasNewDefinitions: false })
  }

  onDeployed(): void {
    this.#tell({ processInstanceKeys: [], hasNewDefinitions: true })
  }

  #tell(changes: Changes): void {
    for (const { tell } of this.#listeners) tell(changes)
  }
}
