import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { isJsonObject, parseJson, type JsonObject } from '@tenon/orchestration'
import { integer, integerOrNull, text, type Columns } from './columns.ts'

/** A message as it is published. */
export interface Message {
  readonly key: number
  readonly name: string
  readonly correlationKey: string
  /** Empty for none. */
  readonly messageId: string
  readonly variables: JsonObject
  readonly expiresAt: number
}

/** The messages that wait for somebody to wait for them. */
export class MessageStore {
  readonly #insert: StatementSync
  readonly #withId: StatementSync
  readonly #forSubscription: StatementSync
  readonly #forStart: StatementSync
  readonly #correlate: StatementSync
  readonly #expired: StatementSync
  readonly #forget: StatementSync
  readonly #delete: StatementSync
  readonly #nextExpiry: StatementSync
  /** Without messages nobody needs to look for one. */
  #isEmpty: boolean

  constructor(database: DatabaseSync) {
    this.#insert = database.prepare(
      `INSERT INTO message (key, name, correlation_key, message_id, variables, expires_at)
        VALUES (?, ?, ?, ?, ?, ?)`,
    )
    this.#withId = database.prepare(
      `SELECT 1 FROM message
        WHERE name = ? AND correlation_key = ? AND message_id = ? AND expires_at > ?`,
    )
    const isNew = `NOT EXISTS (SELECT 1 FROM message_correlation
      WHERE message_key = message.key AND process_definition_id = ?)`
    this.#forSubscription = database.prepare(
      `SELECT * FROM message WHERE name = ? AND correlation_key = ? AND expires_at > ? AND ${isNew}
        ORDER BY key LIMIT 1`,
    )
    this.#forStart = database.prepare(
      `SELECT message.* FROM start_subscription CROSS JOIN message
          ON message.name = start_subscription.name AND message.correlation_key = ?
        WHERE start_subscription.process_definition_id = ? AND kind = 'MESSAGE'
          AND expires_at > ? AND ${isNew}
        ORDER BY message.key LIMIT 1`,
    )
    this.#correlate = database.prepare('INSERT INTO message_correlation VALUES (?, ?)')
    this.#expired = database.prepare(
      'SELECT key FROM message WHERE expires_at <= ? ORDER BY expires_at LIMIT ?',
    )
    this.#forget = database.prepare('DELETE FROM message_correlation WHERE message_key = ?')
    this.#delete = database.prepare('DELETE FROM message WHERE key = ?')
    this.#nextExpiry = database.prepare('SELECT min(expires_at) AS expires_at FROM message')
    this.#isEmpty = this.nextExpiry() === null
  }

  /** Whether one with that id is waiting. */
  has({ name, correlationKey, messageId }: Message, now: number): boolean {
    if (this.#isEmpty || messageId === '') return false
    return this.#withId.get(name, correlationKey, messageId, now) !== undefined
  }

  /** Keeps it until its time is over. */
  add({ key, name, correlationKey, messageId, variables, expiresAt }: Message): void {
    this.#insert.run(key, name, correlationKey, messageId, JSON.stringify(variables), expiresAt)
    this.#isEmpty = false
  }

  /** The oldest that the process has not had yet. */
  forSubscription(
    awaited: { readonly name: string; readonly correlationKey: string },
    processDefinitionId: string,
    now: number,
  ): Message | undefined {
    if (this.#isEmpty) return undefined
    const { name, correlationKey } = awaited
    const columns = this.#forSubscription.get(name, correlationKey, now, processDefinitionId)
    return columns && toMessage(columns)
  }

  /** The oldest with the key that starts the process and that it has not had yet. */
  forStart(processDefinitionId: string, correlationKey: string, now: number): Message | undefined {
    if (this.#isEmpty) return undefined
    const columns = this.#forStart.get(
      ...[correlationKey, processDefinitionId, now, processDefinitionId],
    )
    return columns && toMessage(columns)
  }

  /** The process has had the message. */
  correlate({ key, expiresAt }: Message, processDefinitionId: string, now: number): void {
    // One that does not wait has nobody that could have it later.
    if (expiresAt > now) this.#correlate.run(key, processDefinitionId)
  }

  /** Deletes up to that many whose time is over; returns when to look again, null for never. */
  deleteExpired(now: number, limit: number): number | null {
    for (const columns of this.#expired.all(now, limit)) {
      const key = integer(columns, 'key')
      this.#forget.run(key)
      this.#delete.run(key)
    }
    const next = this.nextExpiry()
    this.#isEmpty = next === null
    return next
  }

  nextExpiry(): number | null {
    return integerOrNull(this.#nextExpiry.get() ?? {}, 'expires_at')
  }
}

const toMessage = (columns: Columns): Message => {
  const variables = parseJson(text(columns, 'variables'))
  return {
    key: integer(columns, 'key'),
    name: text(columns, 'name'),
    correlationKey: text(columns, 'correlation_key'),
    messageId: text(columns, 'message_id'),
    variables: isJsonObject(variables) ? variables : {},
    expiresAt: integer(columns, 'expires_at'),
  }
}
