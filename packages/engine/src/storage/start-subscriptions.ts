import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { integer, text } from './columns.ts'

/** An event that starts the latest version of a process. */
export interface StartSubscription {
  readonly processDefinitionId: string
  readonly processDefinitionKey: number
  readonly elementId: string
  readonly kind: 'MESSAGE' | 'SIGNAL'
  readonly name: string
}

/** What starts processes, by name. */
export class StartSubscriptions {
  readonly #close: StatementSync
  readonly #open: StatementSync
  readonly #named: StatementSync
  readonly #isStarted: StatementSync

  constructor(database: DatabaseSync) {
    this.#close = database.prepare('DELETE FROM start_subscription WHERE process_definition_id = ?')
    this.#open = database.prepare(
      `INSERT INTO start_subscription
        (process_definition_id, process_definition_key, element_id, kind, name)
        VALUES (?, ?, ?, ?, ?)`,
    )
    this.#named = database.prepare(
      `SELECT process_definition_id, process_definition_key, element_id FROM start_subscription
        WHERE kind = ? AND name = ? ORDER BY process_definition_key`,
    )
    this.#isStarted = database.prepare(
      `SELECT 1 FROM process_instance JOIN process_definition
          ON process_definition.key = process_instance.process_definition_key
        WHERE correlation_key = ? AND correlation_key IS NOT NULL AND state = 'ACTIVE'
          AND process_definition.id = ? LIMIT 1`,
    )
  }

  /** Those of a new version take the place of those of the one before. */
  replace(processDefinitionId: string, subscriptions: readonly StartSubscription[]): void {
    this.#close.run(processDefinitionId)
    for (const { processDefinitionKey, elementId, kind, name } of subscriptions) {
      this.#open.run(processDefinitionId, processDefinitionKey, elementId, kind, name)
    }
  }

  named(kind: 'MESSAGE' | 'SIGNAL', name: string): readonly StartSubscription[] {
    return this.#named.all(kind, name).map((columns) => ({
      processDefinitionId: text(columns, 'process_definition_id'),
      processDefinitionKey: integer(columns, 'process_definition_key'),
      elementId: text(columns, 'element_id'),
      kind,
      name,
    }))
  }

  /** Whether an active instance of the process was started by a message with the key. */
  isStarted(processDefinitionId: string, correlationKey: string): boolean {
    return this.#isStarted.get(correlationKey, processDefinitionId) !== undefined
  }
}
