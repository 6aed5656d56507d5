import type { Generated } from 'kysely'

/** The tables of `product.db`, after all migrations. Times are epoch milliseconds. */
export interface Tables {
  readonly models: ModelTable
}

interface ModelTable {
  readonly id: string
  readonly name: string
  readonly xml: string
  readonly revision: Generated<number>
  readonly created_at: number
  readonly updated_at: number
  readonly deleted_at: number | null
  /** What was deployed last (JSON). */
  readonly deployed: string | null
}

/**
 * SQL that leads from each version of the file to the next, the first from an empty one. What was
 * released is never changed: a change of the schema is a new entry at the end.
 */
export const migrations: readonly string[] = [
  // The XML stands last, so that a list does not read through it.
  `CREATE TABLE models (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    revision INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER,
    deployed TEXT,
    xml TEXT NOT NULL
  ) STRICT`,
]
