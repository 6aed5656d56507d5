import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import type { SqliteDatabase, SqliteStatement } from 'kysely'
import { RuntimeError } from '../errors.ts'
import { connect, openProductFile } from './product-file.ts'

/**
 * `node:sqlite` as Kysely wants it. A connection on which a statement failed is not trusted any
 * more: the next statement opens the file anew. All throw `PRODUCT_STORAGE_FAILED`.
 */
export class NodeSqliteDatabase implements SqliteDatabase {
  readonly #path: string
  #connection: DatabaseSync | undefined

  /** Throws as `openProductFile` does. */
  constructor(path: string) {
    this.#path = path
    this.#connection = openProductFile(path)
  }

  prepare(sql: string): SqliteStatement {
    const statement = this.#guarded(() => this.#open().prepare(sql))
    const use = <Result>(run: (statement: StatementSync) => Result): Result =>
      this.#guarded(() => run(statement))
    return {
      reader: statement.columns().length > 0,
      all: (parameters) => use((prepared) => prepared.all(...parameters.map(toInput))),
      run: (parameters) => use((prepared) => prepared.run(...parameters.map(toInput))),
      iterate: (parameters) => use((prepared) => prepared.iterate(...parameters.map(toInput))),
    }
  }

  close(): void {
    this.#connection?.[Symbol.dispose]()
    this.#connection = undefined
  }

  #open(): DatabaseSync {
    return (this.#connection ??= connect(this.#path))
  }

  #guarded<Result>(use: () => Result): Result {
    try {
      return use()
    } catch (error) {
      this.close()
      throw storageFailed(this.#path, error)
    }
  }
}

const toInput = (value: unknown): SQLInputValue => {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value
  throw new TypeError(`SQLite takes no ${typeof value} as a parameter`)
}

const storageFailed = (path: string, cause: unknown): RuntimeError => {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new RuntimeError(
    'PRODUCT_STORAGE_FAILED',
    `${path} cannot be read or written: ${reason}. Nothing was acknowledged. ` +
      'Check free space and permissions, then try again.',
    { cause },
  )
}
