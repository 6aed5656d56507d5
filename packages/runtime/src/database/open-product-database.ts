import { join } from 'node:path'
import { Kysely, SqliteDialect } from 'kysely'
import { Models } from './models.ts'
import type { Tables } from './schema.ts'
import { NodeSqliteDatabase } from './sqlite-database.ts'

/** What people make with Tenon, apart from what runs: `product.db`. */
export interface ProductDatabase {
  readonly models: Models
  close(): Promise<void>
}

/**
 * Opens `product.db` in the data folder, which must be there and belong to this process alone.
 * Throws `PRODUCT_DATA_UNUSABLE` or `PRODUCT_DATA_TOO_NEW`.
 */
export const openProductDatabase = (
  folder: string,
  { now = Date.now }: { readonly now?: () => number } = {},
): ProductDatabase => {
  const database = new NodeSqliteDatabase(join(folder, 'product.db'))
  const tables = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) })
  return { models: new Models(tables, now), close: () => tables.destroy() }
}
