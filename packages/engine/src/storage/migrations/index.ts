import { instances } from './1-instances.ts'
import { scopesAndEvents } from './2-scopes-and-events.ts'

/**
 * What makes each version of the schema from the one before, in their order; a new database goes
 * through all. What was released is never changed.
 */
export const migrations: readonly string[] = [instances, scopesAndEvents]

/** The version of the schema, kept in SQLite's `user_version`. */
export const schemaVersion = migrations.length
