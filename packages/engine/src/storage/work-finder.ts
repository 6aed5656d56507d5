import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { integer, integerOrNull, text, type Columns } from './columns.ts'

/** A row, and the process instance that it belongs to. */
export interface Owned {
  readonly key: number
  readonly processInstanceKey: number
}

export interface OwnedByProcess extends Owned {
  readonly processDefinitionId: string
}

/** Finds what waits to be done, by indexes that hold nothing else. */
export class WorkFinder {
  readonly #jobOwner: StatementSync
  readonly #incidentOwner: StatementSync
  readonly #elementInstanceOwner: StatementSync
  readonly #availableJobs: StatementSync
  readonly #dueJobs: StatementSync
  readonly #nextDue: StatementSync
  readonly #dueTimers: StatementSync
  readonly #nextTimer: StatementSync
  readonly #putOff: StatementSync
  readonly #messageSubscriptions: StatementSync
  readonly #signalSubscriptions: StatementSync

  constructor(database: DatabaseSync) {
    const owner = (table: string): StatementSync =>
      database.prepare(`SELECT key, process_instance_key FROM ${table} WHERE key = ?`)
    this.#jobOwner = owner('job')
    this.#incidentOwner = owner('incident')
    this.#elementInstanceOwner = owner('element_instance')
    this.#availableJobs = database.prepare(
      `SELECT key, process_instance_key FROM job
        WHERE type = ? AND state = 'AVAILABLE' ORDER BY key`,
    )
    this.#dueJobs = database.prepare(
      `SELECT key, process_instance_key FROM job
        WHERE due_at IS NOT NULL AND due_at <= ? ORDER BY due_at`,
    )
    this.#nextDue = database.prepare(
      'SELECT min(due_at) AS due_at FROM job WHERE due_at IS NOT NULL AND due_at > ?',
    )
    this.#dueTimers = database.prepare(
      'SELECT key, process_instance_key FROM timer WHERE due_at <= ? ORDER BY due_at, key',
    )
    this.#nextTimer = database.prepare('SELECT min(due_at) AS due_at FROM timer WHERE due_at > ?')
    this.#putOff = database.prepare('SELECT key FROM process_instance WHERE work_left IS NOT NULL')
    this.#messageSubscriptions = database.prepare(
      `SELECT subscription.key, process_instance_key, process_definition.id FROM subscription
          JOIN process_instance ON process_instance.key = process_instance_key
          JOIN process_definition ON process_definition.key = process_definition_key
        WHERE kind = 'MESSAGE' AND subscription.name = ? AND subscription.correlation_key = ?
          AND subscription.ended_at IS NULL ORDER BY subscription.key`,
    )
    this.#signalSubscriptions = database.prepare(
      `SELECT key, process_instance_key FROM subscription
        WHERE kind = 'SIGNAL' AND name = ? AND ended_at IS NULL ORDER BY key`,
    )
  }

  job(key: number): Owned | undefined {
    const columns = this.#jobOwner.get(key)
    return columns && toOwned(columns)
  }

  incident(key: number): Owned | undefined {
    const columns = this.#incidentOwner.get(key)
    return columns && toOwned(columns)
  }

  elementInstance(key: number): Owned | undefined {
    const columns = this.#elementInstanceOwner.get(key)
    return columns && toOwned(columns)
  }

  /** Oldest first; read as far as they are taken. */
  availableJobs(type: string): Iterable<Owned> {
    return owned(this.#availableJobs.iterate(type))
  }

  /** Jobs whose lease or back-off has ended at `now`; read as far as they are taken. */
  dueJobs(now: number): Iterable<Owned> {
    return owned(this.#dueJobs.iterate(now))
  }

  /** When the next lease or back-off after `now` ends. */
  nextDue(now: number): number | null {
    const columns = this.#nextDue.get(now)
    return columns === undefined ? null : integerOrNull(columns, 'due_at')
  }

  /** Oldest first. */
  messageSubscriptions(name: string, correlationKey: string): readonly OwnedByProcess[] {
    return this.#messageSubscriptions
      .all(name, correlationKey)
      .map((columns) => ({ ...toOwned(columns), processDefinitionId: text(columns, 'id') }))
  }

  /** Oldest first. */
  signalSubscriptions(name: string): readonly Owned[] {
    return this.#signalSubscriptions.all(name).map(toOwned)
  }

  /** Timers of instances whose time has come at `now`; read as far as they are taken. */
  dueTimers(now: number): Iterable<Owned> {
    return owned(this.#dueTimers.iterate(now))
  }

  /** When the next timer of an instance after `now` is due. */
  nextTimer(now: number): number | null {
    const columns = this.#nextTimer.get(now)
    return columns === undefined ? null : integerOrNull(columns, 'due_at')
  }

  /** Process instances with transitions that a step put off. */
  putOff(): readonly number[] {
    return this.#putOff.all().map((columns) => integer(columns, 'key'))
  }
}

function* owned(rows: Iterable<Columns>): Generator<Owned> {
  for (const columns of rows) yield toOwned(columns)
}

const toOwned = (columns: Columns): Owned => ({
  key: integer(columns, 'key'),
  processInstanceKey: integer(columns, 'process_instance_key'),
})
