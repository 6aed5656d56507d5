/** Requests of workers that wait for a job of a type, first come first served. */
export class WaitingWorkers {
  readonly #waiting = new Map<string, Set<() => void>>()
  #isClosed = false

  /**
   * Resolves when a job of the type may be there, after `timeoutMs`, or when aborted. Call it in
   * the command that found none, so that a job that is created right after it cannot be missed.
   */
  wait(type: string, timeoutMs: number, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve) => {
      if (signal?.aborted === true || this.#isClosed) return resolve()
      const waiting = this.#waiting.get(type) ?? new Set()
      this.#waiting.set(type, waiting)
      const wake = (): void => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', wake)
        waiting.delete(wake)
        if (waiting.size === 0) this.#waiting.delete(type)
        resolve()
      }
      const timer = setTimeout(wake, timeoutMs)
      signal?.addEventListener('abort', wake, { once: true })
      waiting.add(wake)
      return undefined
    })
  }

  /** Wakes the one that has waited longest. */
  wake(type: string): void {
    const [first] = this.#waiting.get(type) ?? []
    first?.()
  }

  /** Wakes all, now and from now on. */
  close(): void {
    this.#isClosed = true
    for (const waiting of [...this.#waiting.values()]) for (const wake of [...waiting]) wake()
  }
}
