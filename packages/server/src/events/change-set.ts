import type { Changes } from '@tenon/orchestration'

/** What has changed since the last event, of bounded size. */
export class ChangeSet {
  readonly #keysMax: number
  readonly #keys = new Set<string>()
  #hasNewDefinitions = false
  #isAll = false
  #hasNewModels = false

  constructor(keysMax: number) {
    this.#keysMax = keysMax
  }

  /** Everything may have changed. */
  static all(): ChangeSet {
    const changes = new ChangeSet(0)
    changes.#isAll = true
    changes.#hasNewModels = true
    return changes
  }

  addModels(): void {
    this.#hasNewModels = true
  }

  add({ processInstanceKeys, hasNewDefinitions }: Changes): void {
    this.#hasNewDefinitions ||= hasNewDefinitions
    for (const key of processInstanceKeys) {
      if (this.#isAll) return
      this.#keys.add(key)
      if (this.#keys.size > this.#keysMax) this.#forgetKeys()
    }
  }

  /** As server-sent events; only the last has the id, so that none is missed after a break. */
  toText(id: string): string {
    const events = [
      ...this.#engineEvents(),
      ...(this.#hasNewModels ? ['event: models\ndata: {}\n'] : []),
    ]
    return `${events.join('\n')}id: ${id}\n\n`
  }

  #engineEvents(): readonly string[] {
    if (!this.#isAll && this.#keys.size === 0 && !this.#hasNewDefinitions) return []
    const data = {
      processInstanceKeys: [...this.#keys],
      hasNewDefinitions: this.#hasNewDefinitions || this.#isAll,
      all: this.#isAll,
    }
    return [`event: engine\ndata: ${JSON.stringify(data)}\n`]
  }

  #forgetKeys(): void {
    this.#isAll = true
    this.#keys.clear()
  }
}
