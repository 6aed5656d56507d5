import type { InstanceState } from '../core/instance-state.ts'

/** Instances that stay in memory between steps; the others are read again when needed. */
export const cachedInstancesMax = 2_000

/** Characters of variables that stay in memory between steps. */
export const cachedVariableSizeMax = 32 * 1024 * 1024

/** The hot process instances, the least recently used of which leave first. */
export class InstanceCache {
  readonly #instances = new Map<number, InstanceState>()
  /** Variable size of each as it was counted, since instances change in place. */
  readonly #sizes = new Map<number, number>()
  #variableSize = 0

  get(key: number): InstanceState | undefined {
    return this.#instances.get(key)
  }

  /** Adds an instance, or counts it anew as the one used last. */
  put(key: number, instance: InstanceState): void {
    this.drop(key)
    this.#instances.set(key, instance)
    this.#sizes.set(key, instance.variableSize)
    this.#variableSize += instance.variableSize
  }

  /** Only between groups of commands: within one, all must see the same object. */
  trim(): void {
    for (const oldest of this.#instances.keys()) {
      if (
        this.#instances.size <= cachedInstancesMax &&
        this.#variableSize <= cachedVariableSizeMax
      ) {
        return
      }
      this.drop(oldest)
    }
  }

  drop(key: number): void {
    this.#instances.delete(key)
    this.#variableSize -= this.#sizes.get(key) ?? 0
    this.#sizes.delete(key)
  }
}
