import type { GroupCommit } from '../storage/group-commit.ts'
import type { Transaction } from '../storage/transaction.ts'
import { DueTimer } from './due-timer.ts'
import type { EngineClock } from './engine-clock.ts'

/** Before trying again when the storage failed. */
const pauseMs = 1_000

/** Does what has become due, with as many commands as it takes. */
export class DueWork {
  readonly #commits: GroupCommit
  readonly #clock: EngineClock
  readonly #perform: (transaction: Transaction) => number | null
  readonly #timer: DueTimer

  /**
   * `perform` does a portion of what is due; it returns when the next is, now where some may be
   * left, or null where nothing waits.
   */
  constructor(
    commits: GroupCommit,
    clock: EngineClock,
    perform: (transaction: Transaction) => number | null,
  ) {
    this.#commits = commits
    this.#clock = clock
    this.#perform = perform
    this.#timer = new DueTimer(clock, () => void this.#performAll().catch(() => undefined))
    clock.onChanged(() => this.#performAll())
    this.wake()
  }

  /** Epoch milliseconds. */
  schedule(dueAt: number): void {
    this.#timer.schedule(dueAt)
  }

  /** Finds anew what is due. */
  wake(): void {
    this.#timer.schedule(Number.NEGATIVE_INFINITY)
  }

  close(): void {
    this.#timer.close()
  }

  /** Tries again by itself where it rejects. */
  async #performAll(): Promise<void> {
    this.#timer.clear()
    try {
      for (;;) {
        const next = await this.#commits.submit(this.#perform)
        if (next === null) return
        if (next > this.#clock.now()) {
          this.#timer.schedule(next)
          return
        }
      }
    } catch (error) {
      setTimeout(() => this.wake(), pauseMs).unref()
      throw error
    }
  }
}
