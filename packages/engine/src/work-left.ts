import { OrchestrationError } from '@tenon/orchestration'
import type { GroupCommit } from './storage/group-commit.ts'

/** Before going on when the storage failed. */
const pauseMs = 1_000

/** Goes on with transitions that the step budget put off, also after a restart. */
export class WorkLeft {
  readonly #commits: GroupCommit
  /** One for each instance, or each command on it would add one more. */
  readonly #queued = new Set<number>()
  #isClosed = false

  constructor(commits: GroupCommit) {
    this.#commits = commits
    this.#find()
  }

  continue(processInstanceKey: number): void {
    if (this.#queued.has(processInstanceKey) || this.#isClosed) return
    this.#queued.add(processInstanceKey)
    this.#commits
      .submit((transaction) => {
        // What is left then is queued again, once it is committed.
        this.#queued.delete(processInstanceKey)
        const step = transaction.step(processInstanceKey)
        step.run()
        transaction.add(step)
      })
      .catch((error: unknown) => {
        this.#queued.delete(processInstanceKey)
        if (isGone(error)) return
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

/** The instance has ended, or its definition cannot be run any more. */
const isGone = (error: unknown): boolean =>
  error instanceof OrchestrationError &&
  (error.code === 'NOT_FOUND' || error.code === 'INVALID_STATE')
