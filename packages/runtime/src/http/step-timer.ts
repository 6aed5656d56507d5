import type { TimeLimits } from './http-limits.ts'

/** Which limit a call ran into. */
export type TimeLimit = 'connect' | 'read' | 'total'

/** Watches one exchange: its total time, and the step that it is in. */
export class StepTimer {
  readonly #limits: TimeLimits
  readonly #expired: (limit: TimeLimit) => void
  readonly #total: NodeJS.Timeout
  #step: NodeJS.Timeout | undefined
  #isStopped = false

  /** `deadline` is that of the total, on `performance.now()`. */
  constructor(
    { limits, deadline }: { readonly limits: TimeLimits; readonly deadline: number },
    expired: (limit: TimeLimit) => void,
  ) {
    this.#limits = limits
    this.#expired = expired
    this.#total = setTimeout(() => expired('total'), Math.max(1, deadline - performance.now()))
  }

  connecting(): void {
    this.#begin('connect', this.#limits.connectMs)
  }

  /** Bytes of the request are under way: only the total limit holds. */
  sending(): void {
    clearTimeout(this.#step)
  }

  reading(): void {
    this.#begin('read', this.#limits.readMs)
  }

  /** Bytes came: the wait for the next ones begins. */
  progress(): void {
    this.#step?.refresh()
  }

  stop(): void {
    this.#isStopped = true
    clearTimeout(this.#step)
    clearTimeout(this.#total)
  }

  #begin(limit: TimeLimit, ms: number): void {
    clearTimeout(this.#step)
    if (!this.#isStopped) this.#step = setTimeout(() => this.#expired(limit), ms)
  }
}
