import { vi } from 'vitest'

/** The time of the engines, and the timers of this process, which stand still by themselves. */
export class Clock {
  /** Epoch milliseconds. */
  now = 1_700_000_000_000

  constructor() {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  }

  advance(milliseconds: number): void {
    this.now += milliseconds
    vi.advanceTimersByTime(milliseconds)
  }

  [Symbol.dispose](): void {
    vi.useRealTimers()
  }
}
