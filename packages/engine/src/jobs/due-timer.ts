// Node's timers hold at most 2^31-1 ms.
const timerMaxMs = 2 ** 31 - 1

/** Calls back when the earliest of the scheduled times has come. */
export class DueTimer {
  readonly #now: () => number
  readonly #onDue: () => void
  #dueAt = Number.POSITIVE_INFINITY
  #timer: NodeJS.Timeout | undefined
  #isClosed = false

  constructor(now: () => number, onDue: () => void) {
    this.#now = now
    this.#onDue = onDue
  }

  /** Epoch milliseconds; later ones than the earliest known are left to be found then. */
  schedule(dueAt: number): void {
    if (dueAt >= this.#dueAt || this.#isClosed) return
    this.#clear()
    this.#dueAt = dueAt
    const delayMs = Math.min(Math.max(0, dueAt - this.#now()), timerMaxMs)
    this.#timer = setTimeout(() => {
      this.#clear()
      this.#onDue()
    }, delayMs)
  }

  close(): void {
    this.#isClosed = true
    this.#clear()
  }

  #clear(): void {
    clearTimeout(this.#timer)
    this.#dueAt = Number.POSITIVE_INFINITY
  }
}
