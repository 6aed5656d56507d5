import { OrchestrationError } from '@tenon/orchestration'
import type { GroupCommit } from './storage/group-commit.ts'

/** Before going on when the storage failed. */
const pauseMs = 1_000

/** Goes on with transitions that the step budget put off, also after a restart. */
export class WorkLeft {
  readonly #commits: GroupCommit
  #isClosed = false

  constructor(commits: GroupCommit) {
    this.#commits = commits
    this.#find()
  }

  continue(processInstanceKey: number): void {
    this.#commits
      .submit((transaction) => {
        const step = transaction.step(processInstanceKey)
        step.run()
        transaction.add(step)
      })
      .catch((error: unknown) => {
        if (isGone(error) || this.#isClosed) return
        setTimeout(() => this.continue(processInstanceKey), pauseMs).unref()
      })
  }

  close(): void {
    this.#isClosed = true
  }

  #find(): void {
    this.#commits
      .submit((transaction) => transaction.find.putOff())
      .then((keys) => {
        for (const key of keys) this.continue(key)
      })
      .catch(() => {
        if (!this.#isClosed) setTimeout(() => this.#find(), pauseMs).unref()
      })
  }
}

/** The instance was cancelled, or has ended with another command. */
const isGone = (error: unknown): boolean =>
  error instanceof OrchestrationError && error.code === 'NOT_FOUND'
