import type { EngineClock } from './engine-clock.ts'

// Node's timers hold at most 2^31-1 ms.
const timerMaxMs = 2 ** 31 - 1

/** Calls back when the earliest of the scheduled times has come. */
export class DueTimer {
  readonly #clock: Pick<EngineClock, 'msUntil'>
  readonly #onDue: () => void
  #dueAt = Number.POSITIVE_INFINITY
  #timer: NodeJS.Timeout | undefined
  #isClosed = false

  constructor(clock: Pick<EngineClock, 'msUntil'>, onDue: () => void) {
    this.#clock = clock
    this.#onDue = onDue
  }

  /** Epoch milliseconds; later ones than the earliest known are left to be found then. */
  schedule(dueAt: number): void {
    if (dueAt >= this.#dueAt || this.#isClosed) return
    this.clear()
    this.#dueAt = dueAt
    const delayMs = this.#clock.msUntil(dueAt)
    if (delayMs === Number.POSITIVE_INFINITY) return
    this.#timer = setTimeout(
      () => {
        this.clear()
        this.#onDue()
      },
      Math.min(delayMs, timerMaxMs),
    )
  }

  close(): void {
    this.#isClosed = true
    this.clear()
  }

  /** Forgets what is scheduled. */
  clear(): void {
    clearTimeout(this.#timer)
    this.#dueAt = Number.POSITIVE_INFINITY
  }
}
