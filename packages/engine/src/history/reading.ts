import type { Columns } from '../storage/columns.ts'
import type { Failure } from '../storage/errors.ts'
import type { Sql } from './sql.ts'

/** What the thread that reads is asked for, and what it answers. */
export interface Question {
  readonly rows: Sql
  /** Counts all matches; not done when `rows` gives fewer than `completeBelow`. */
  readonly total: Sql | undefined
  readonly completeBelow: number
}

export interface Reading {
  readonly rows: readonly Columns[]
  readonly total: number
}

export interface Asked {
  readonly id: number
  readonly question: Question
}

export type Answered =
  | { readonly id: number; readonly reading: Reading }
  | { readonly id: number; readonly failure: Failure }
