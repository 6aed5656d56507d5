import { OrchestrationError } from '@tenon/orchestration'
import type { Step } from '../core/step.ts'
import { DefinitionNotLoaded } from './definition-store.ts'
import { isStorageFailure } from './errors.ts'
import type { Command, Transaction } from './transaction.ts'

/** Commands that wait at most; one more is refused. */
export const waitingCommandsMax = 20_000

/** Commands that are committed together at most, so that none waits long for the others. */
export const commandsPerCommitMax = 500

interface Waiting {
  /** Runs the command; what it returns answers the caller. */
  readonly run: (transaction: Transaction) => () => void
  readonly reject: (error: unknown) => void
}

export interface GroupCommitOptions {
  readonly transaction: Transaction
  /** Opens the storage anew after it failed. */
  readonly reopen: () => Transaction
  readonly now: () => number
  /** Called after each commit, before the commands are answered. */
  readonly onCommitted: (steps: readonly Step[]) => void
}

/**
 * Runs commands one after the other and makes all that wait durable with one commit. Nothing is
 * answered before it.
 */
export class GroupCommit {
  readonly #options: GroupCommitOptions
  /** Undefined while the storage has failed and cannot be opened again. */
  #transaction: Transaction | undefined
  readonly #waiting: Waiting[] = []
  /** Commands that come again once the definition is loaded that they need. */
  readonly #putOff = new Map<Waiting, Promise<void>>()
  #isScheduled = false
  #isClosed = false

  constructor(options: GroupCommitOptions) {
    this.#options = options
    this.#transaction = options.transaction
  }

  submit<Reply>(command: Command<Reply>): Promise<Reply> {
    return new Promise((resolve, reject) => {
      if (this.#isClosed) return reject(closed())
      if (this.#waiting.length >= waitingCommandsMax) return reject(exhausted())
      const run = (transaction: Transaction): (() => void) => {
        const reply = transaction.run(command)
        return () => resolve(reply)
      }
      return this.#enqueue({ run, reject })
    })
  }

  /** Refuses all that is new and finishes what waits. */
  async close(): Promise<void> {
    this.#isClosed = true
    while (this.#waiting.length + this.#putOff.size > 0) {
      this.#commitGroup()
      await Promise.all(this.#putOff.values())
    }
  }

  #enqueue(waiting: Waiting): void {
    this.#waiting.push(waiting)
    this.#schedule()
  }

  #schedule(): void {
    if (this.#isScheduled) return
    this.#isScheduled = true
    // After the current round of I/O, so that all that it brought shares one commit.
    setImmediate(() => {
      this.#isScheduled = false
      this.#commitGroup()
      if (this.#waiting.length > 0) this.#schedule()
    })
  }

  #commitGroup(): void {
    const group = this.#waiting.splice(0, commandsPerCommitMax)
    if (group.length === 0) return
    let answers: readonly (() => void)[]
    let steps: readonly Step[]
    try {
      const transaction = (this.#transaction ??= this.#options.reopen())
      transaction.begin(this.#options.now())
      answers = group.flatMap((waiting) => this.#run(transaction, waiting) ?? [])
      steps = transaction.commit()
    } catch (error) {
      this.#fail(group, error)
      return
    }
    try {
      this.#options.onCommitted(steps)
    } finally {
      for (const answer of answers) answer()
    }
  }

  /** The answer to give after the commit; undefined when the command comes again later. */
  #run(transaction: Transaction, waiting: Waiting): (() => void) | undefined {
    try {
      return waiting.run(transaction)
    } catch (error) {
      if (isStorageFailure(error)) throw error
      if (!(error instanceof DefinitionNotLoaded)) return () => waiting.reject(error)
      const loaded = transaction.definitions.load(error.key).then(() => {
        this.#putOff.delete(waiting)
        this.#enqueue(waiting)
      })
      this.#putOff.set(waiting, loaded)
      return undefined
    }
  }

  /** Nothing of the group may be relied on, nor may it come back after a crash. */
  #fail(group: readonly Waiting[], cause: unknown): void {
    this.#transaction?.rollback()
    this.#transaction = this.#reopened()
    const reason = cause instanceof Error ? cause.message : String(cause)
    const error = new OrchestrationError(
      'STORAGE_FAILED',
      `The data folder cannot be written: ${reason}. Nothing was acknowledged. ` +
        'Check free space, permissions and who else uses the folder, then try again.',
      { cause },
    )
    for (const waiting of group) if (!this.#putOff.has(waiting)) waiting.reject(error)
  }

  /** At once, since that is what takes the group out of the log. */
  #reopened(): Transaction | undefined {
    try {
      return this.#options.reopen()
    } catch {
      // Tried again, and told if it fails again, with the next group.
      return undefined
    }
  }
}

const exhausted = (): OrchestrationError =>
  new OrchestrationError(
    'RESOURCE_EXHAUSTED',
    `${waitingCommandsMax} commands wait already. Try again after a short wait.`,
  )

const closed = (): OrchestrationError =>
  new OrchestrationError('RESOURCE_EXHAUSTED', 'Tenon is stopping. Try again when it is back.')
