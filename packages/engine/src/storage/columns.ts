import type { SQLOutputValue } from 'node:sqlite'
import { EngineError } from '../errors.ts'

/** A row as SQLite gives it; the readers below check what they return. */
export type Columns = Readonly<Record<string, SQLOutputValue>>

export const text = (columns: Columns, name: string): string => {
  const value = columns[name]
  if (typeof value === 'string') return value
  throw unexpected(name, value)
}

export const integer = (columns: Columns, name: string): number => {
  const value = columns[name]
  if (typeof value === 'number') return value
  throw unexpected(name, value)
}

export const textOrNull = (columns: Columns, name: string): string | null =>
  columns[name] === null ? null : text(columns, name)

export const integerOrNull = (columns: Columns, name: string): number | null =>
  columns[name] === null ? null : integer(columns, name)

export const oneOf = <Value extends string>(
  columns: Columns,
  name: string,
  values: readonly Value[],
): Value => {
  const found = values.find((value) => value === columns[name])
  if (found === undefined) throw unexpected(name, columns[name])
  return found
}

const unexpected = (name: string, value: SQLOutputValue | undefined): EngineError =>
  new EngineError(
    'DATA_CORRUPT',
    `Column ${name} of engine.db holds ${String(value)}, which Tenon never writes there. ` +
      'Restore the data folder from a backup.',
  )
