import {
  OrchestrationError,
  timeToLiveMsMax,
  type CorrelatedMessage,
  type CorrelateMessage,
  type PublishedMessage,
  type PublishMessage,
} from '@tenon/orchestration'
import { DueWork } from '../due/due-work.ts'
import type { EngineClock } from '../due/engine-clock.ts'
import type { GroupCommit } from '../storage/group-commit.ts'
import type { Message } from '../storage/message-store.ts'
import type { Transaction } from '../storage/transaction.ts'
import { correlate } from './correlate.ts'

/** Messages whose time is over that are deleted with one command. */
const expiredPerCommand = 1_000

/** Takes messages, and deletes those whose time is over. */
export class Messages {
  readonly #commits: GroupCommit
  readonly #expiry: DueWork

  constructor(commits: GroupCommit, clock: EngineClock) {
    this.#commits = commits
    this.#expiry = new DueWork(commits, clock, ({ messages, now }) =>
      messages.deleteExpired(now, expiredPerCommand),
    )
  }

  async publish(request: PublishMessage): Promise<PublishedMessage> {
    const { timeToLiveMs } = request
    requireTimeToLive(timeToLiveMs)
    const message = await this.#commits.submit((transaction) => {
      const published = toMessage(transaction, request)
      if (transaction.messages.has(published, transaction.now)) throw alreadyExists(published)
      if (timeToLiveMs > 0) transaction.messages.add(published)
      correlate(transaction, published)
      return published
    })
    if (timeToLiveMs > 0) this.#expiry.schedule(message.expiresAt)
    return { messageKey: String(message.key) }
  }

  correlate(request: CorrelateMessage): Promise<CorrelatedMessage> {
    return this.#commits.submit((transaction) => {
      const message = toMessage(transaction, { ...request, timeToLiveMs: 0 })
      const [processInstanceKey] = correlate(transaction, message)
      if (processInstanceKey === undefined) throw nobodyWaits(message)
      return {
        messageKey: String(message.key),
        processInstanceKey: String(processInstanceKey),
      }
    })
  }

  close(): void {
    this.#expiry.close()
  }
}

const toMessage = (transaction: Transaction, request: PublishMessage): Message => {
  const { name, correlationKey, messageId = '', variables = {}, timeToLiveMs } = request
  const expiresAt = transaction.now + timeToLiveMs
  return { key: transaction.nextKey(), name, correlationKey, messageId, variables, expiresAt }
}

const requireTimeToLive = (timeToLiveMs: number): void => {
  if (Number.isInteger(timeToLiveMs) && timeToLiveMs >= 0 && timeToLiveMs <= timeToLiveMsMax) return
  throw new OrchestrationError(
    'INVALID_ARGUMENT',
    `The time to live must be 0 to ${timeToLiveMsMax} whole milliseconds, not ${timeToLiveMs}.`,
  )
}

const alreadyExists = ({ name, correlationKey, messageId }: Message): OrchestrationError =>
  new OrchestrationError(
    'ALREADY_EXISTS',
    `A message ${name} with the correlation key "${correlationKey}" and the id "${messageId}" is ` +
      'waiting already. Publish another one under another id, or after its time to live.',
  )

const nobodyWaits = ({ name, correlationKey }: Message): OrchestrationError =>
  new OrchestrationError(
    'NOT_FOUND',
    `Nobody waits for message ${name} with the correlation key "${correlationKey}", or the process ` +
      'that it starts has an active instance with that key. Publish it with a time to live to have it wait.',
  )
