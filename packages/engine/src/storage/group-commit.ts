import { OrchestrationError } from '@tenon/orchestration'
import type { Step } from '../core/step.ts'
import { DefinitionNotLoaded } from './definition-store.ts'
import type { Transaction } from './transaction.ts'

/** Commands that wait at most; one more is refused. */
export const waitingCommandsMax = 20_000

/** Commands that are committed together at most, so that none waits long for the others. */
export const commandsPerCommitMax = 500

/** A unit of work, all or nothing; it must not wait for anything. */
export type Command<Reply> = (transaction: Transaction) => Reply

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
  /** Undefined from a failure of the storage until it was opened again. */
  #transaction: Transaction | undefined
  readonly #waiting: Waiting[] = []
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
        const reply = command(transaction)
        return () => resolve(reply)
      }
      return this.#enqueue({ run, reject })
    })
  }

  /** Finishes what waits and refuses all that is new. */
  close(): void {
    this.#isClosed = true
    while (this.#waiting.length > 0) this.#commitGroup()
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
    const putOff = new Set<Waiting>()
    try {
      const transaction = (this.#transaction ??= this.#options.reopen())
      transaction.begin(this.#options.now())
      answers = group.flatMap((waiting) => this.#run(transaction, waiting, putOff) ?? [])
      steps = transaction.commit()
    } catch (error) {
      this.#fail(
        group.filter((waiting) => !putOff.has(waiting)),
        error,
      )
      return
    }
    this.#options.onCommitted(steps)
    for (const answer of answers) answer()
  }

  /** The answer to give after the commit; undefined when the command comes again later. */
  #run(transaction: Transaction, waiting: Waiting, putOff: Set<Waiting>): (() => void) | undefined {
    try {
      const answer = waiting.run(transaction)
      transaction.flush()
      return answer
    } catch (error) {
      if (isStorageError(error)) throw error
      transaction.discard()
      if (!(error instanceof DefinitionNotLoaded)) return () => waiting.reject(error)
      putOff.add(waiting)
      transaction.definitions.load(error.key).then(() => this.#enqueue(waiting), waiting.reject)
      return undefined
    }
  }

  /** Nothing of the group is durable; the storage is opened anew before the next one. */
  #fail(group: readonly Waiting[], cause: unknown): void {
    this.#transaction?.rollback()
    this.#transaction = undefined
    const reason = cause instanceof Error ? cause.message : String(cause)
    const error = new OrchestrationError(
      'STORAGE_FAILED',
      `The data folder cannot be written (${reason}), so nothing was changed. ` +
        'Check free space and permissions, then try again.',
      { cause },
    )
    for (const { reject } of group) reject(error)
  }
}

const isStorageError = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_SQLITE_ERROR'

const exhausted = (): OrchestrationError =>
  new OrchestrationError(
    'RESOURCE_EXHAUSTED',
    `${waitingCommandsMax} commands wait already. Try again after a short wait.`,
  )

const closed = (): OrchestrationError =>
  new OrchestrationError('RESOURCE_EXHAUSTED', 'Tenon is stopping. Try again when it is back.')
