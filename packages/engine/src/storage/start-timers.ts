import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { StartTiming } from '../core/start-timers.ts'
import { integer, integerOrNull, text, textOrNull, type Columns } from './columns.ts'

/** When a process starts by itself. */
export interface StartTimer extends StartTiming {
  readonly key: number
  readonly definitionKey: number
  readonly processId: string
}

/** The timers that start instances, those of the latest versions only. */
export class StartTimers {
  readonly #set: StatementSync
  readonly #remove: StatementSync
  readonly #removeAll: StatementSync
  readonly #due: StatementSync
  readonly #nextDue: StatementSync

  constructor(database: DatabaseSync) {
    this.#set = database.prepare(
      `INSERT INTO start_timer
        (key, process_definition_key, process_id, element_id, due_at, repetitions, interval)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (key) DO UPDATE
          SET due_at = excluded.due_at, repetitions = excluded.repetitions`,
    )
    this.#remove = database.prepare('DELETE FROM start_timer WHERE key = ?')
    this.#removeAll = database.prepare('DELETE FROM start_timer WHERE process_id = ?')
    this.#due = database.prepare(
      'SELECT * FROM start_timer WHERE due_at <= ? ORDER BY due_at, key LIMIT ?',
    )
    this.#nextDue = database.prepare(
      'SELECT min(due_at) AS due_at FROM start_timer WHERE due_at > ?',
    )
  }

  /** Adds one, or changes when it is due. */
  set(timer: StartTimer): void {
    const { key, definitionKey, processId, elementId, dueAt, repetitions, interval } = timer
    this.#set.run(key, definitionKey, processId, elementId, dueAt, repetitions, interval)
  }

  remove(key: number): void {
    this.#remove.run(key)
  }

  /** Those of all versions. */
  removeAll(processId: string): void {
    this.#removeAll.run(processId)
  }

  due(now: number, countMax: number): readonly StartTimer[] {
    return this.#due.all(now, countMax).map(toStartTimer)
  }

  /** When the next one after `now` is due. */
  nextDue(now: number): number | null {
    const columns = this.#nextDue.get(now)
    return columns === undefined ? null : integerOrNull(columns, 'due_at')
  }
}

const toStartTimer = (columns: Columns): StartTimer => ({
  key: integer(columns, 'key'),
  definitionKey: integer(columns, 'process_definition_key'),
  processId: text(columns, 'process_id'),
  elementId: text(columns, 'element_id'),
  dueAt: integer(columns, 'due_at'),
  repetitions: integerOrNull(columns, 'repetitions'),
  interval: textOrNull(columns, 'interval'),
})
