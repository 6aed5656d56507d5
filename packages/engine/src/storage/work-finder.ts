import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { integer, integerOrNull, type Columns } from './columns.ts'

/** A row, and the process instance that it belongs to. */
export interface Owned {
  readonly key: number
  readonly processInstanceKey: number
}

/** Finds what waits to be done, by indexes that hold nothing else. */
export class WorkFinder {
  readonly #jobOwner: StatementSync
  readonly #incidentOwner: StatementSync
  readonly #availableJobs: StatementSync
  readonly #dueJobs: StatementSync
  readonly #nextDue: StatementSync
  readonly #putOff: StatementSync

  constructor(database: DatabaseSync) {
    const owner = (table: string): StatementSync =>
      database.prepare(`SELECT key, process_instance_key FROM ${table} WHERE key = ?`)
    this.#jobOwner = owner('job')
    this.#incidentOwner = owner('incident')
    this.#availableJobs = database.prepare(
      `SELECT key, process_instance_key FROM job
        WHERE type = ? AND state = 'AVAILABLE' ORDER BY key LIMIT ?`,
    )
    this.#dueJobs = database.prepare(
      `SELECT key, process_instance_key FROM job
        WHERE due_at IS NOT NULL AND due_at <= ? ORDER BY due_at LIMIT ?`,
    )
    this.#nextDue = database.prepare(
      'SELECT min(due_at) AS due_at FROM job WHERE due_at IS NOT NULL',
    )
    this.#putOff = database.prepare('SELECT key FROM process_instance WHERE work_left IS NOT NULL')
  }

  job(key: number): Owned | undefined {
    return toOwned(this.#jobOwner.get(key))
  }

  incident(key: number): Owned | undefined {
    return toOwned(this.#incidentOwner.get(key))
  }

  /** Oldest first. */
  availableJobs(type: string, limit: number): readonly Owned[] {
    return this.#availableJobs.all(type, limit).flatMap((columns) => toOwned(columns) ?? [])
  }

  /** Jobs whose lease or back-off has ended at `now`. */
  dueJobs(now: number, limit: number): readonly Owned[] {
    return this.#dueJobs.all(now, limit).flatMap((columns) => toOwned(columns) ?? [])
  }

  /** When the next lease or back-off ends. */
  nextDue(): number | null {
    const columns = this.#nextDue.get()
    return columns === undefined ? null : integerOrNull(columns, 'due_at')
  }

  /** Process instances with transitions that a step put off. */
  putOff(): readonly number[] {
    return this.#putOff.all().map((columns) => integer(columns, 'key'))
  }
}

const toOwned = (columns: Columns | undefined): Owned | undefined =>
  columns && {
    key: integer(columns, 'key'),
    processInstanceKey: integer(columns, 'process_instance_key'),
  }
