import type { DatabaseSync, StatementSync } from 'node:sqlite'

/** Statements that stay prepared; more forms of search are not in use at a time. */
export const cachedStatementsMax = 200

/** Prepared statements by their text. */
export class StatementCache {
  readonly #database: DatabaseSync
  readonly #statements = new Map<string, StatementSync>()

  constructor(database: DatabaseSync) {
    this.#database = database
  }

  prepare(text: string): StatementSync {
    const statement = this.#statements.get(text) ?? this.#database.prepare(text)
    // The map keeps the order of insertion: what was used last stands at the end.
    this.#statements.delete(text)
    this.#statements.set(text, statement)
    const [oldest] = this.#statements.keys()
    if (this.#statements.size > cachedStatementsMax && oldest !== undefined) {
      this.#statements.delete(oldest)
    }
    return statement
  }
}
