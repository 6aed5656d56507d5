import { noEnvironment, type Environment } from './environment.ts'
import { Budget } from './limits.ts'
import type { Span } from './syntax.ts'
import type { Value } from './value.ts'

/** Reads a variable by name; undefined when there is none. */
export type Variables = (name: string) => Value | undefined

const nowhere: Span = { from: 0, to: 0 }

/** One evaluation: what it reads, what it keeps in its local slots, what it may still spend. */
export class Frame extends Budget {
  readonly variables: Variables
  readonly environment: Environment
  /** Iterators, parameters and context entries, by numbers given when the expression is compiled. */
  readonly slots: Value[]
  /** What is at work, for the message when it fails. */
  at: Span = nowhere

  constructor(variables: Variables, slots: Value[], environment = noEnvironment) {
    super()
    this.environment = environment
    this.variables = variables
    this.slots = slots
  }
}

/** An expression as a closure. */
export type Code = (frame: Frame) => Value
