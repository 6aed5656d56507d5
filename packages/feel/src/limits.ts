import { FeelError } from './errors.ts'

/** What one expression may take. Time is bounded by steps, so that the same input always fails alike. */
export const limits = {
  /** Items looked at, and sub-expressions evaluated in loops, in one evaluation. */
  steps: 1_000_000,
  /** Bytes of strings, lists and contexts made in one evaluation. */
  bytes: 16 * 1024 * 1024,
  /** UTF-16 units of an expression's text. */
  sourceLength: 65_536,
  /** Levels of nesting of an expression, its calls of its own functions counted in. */
  expressionDepth: 200,
  /** Levels of filters in filters: each can be asked for each name. */
  filterDepth: 32,
  /** Levels of nesting of a value that is compared, printed or returned. */
  valueDepth: 400,
  /** Compiled expressions kept, and the characters of their texts. */
  cachedExpressions: 2_000,
  cachedCharacters: 4 * 1024 * 1024,
  /** UTF-16 units of a pattern, and compiled patterns kept. */
  patternLength: 1_000,
  cachedPatterns: 200,
  /** Significant digits that a number may be written with; what is computed has 34. */
  digits: 100,
} as const

/** Characters that are read in one step. */
const charactersPerStep = 256

/** Bytes that one place costs in what an evaluation makes. */
export const size = { character: 2, item: 8, entry: 32 } as const

/** What is left for an evaluation. Both counters only ever fall. */
export class Budget {
  #steps: number = limits.steps
  #bytes: number = limits.bytes

  /** Call before the work. */
  spend(steps: number): void {
    this.#steps -= steps
    if (this.#steps < 0) throw tooMuch(`more than ${limits.steps.toLocaleString('en')} steps`)
  }

  /** Call before a string is read from end to end. */
  read(string: string): void {
    if (string.length >= charactersPerStep) this.spend(string.length / charactersPerStep)
  }

  /** Call before the data is made. */
  produce(bytes: number): void {
    this.#bytes -= bytes
    if (this.#bytes < 0) throw tooMuch(`more than ${limits.bytes / 1024 / 1024} MB of data`)
  }
}

const tooMuch = (what: string): FeelError =>
  new FeelError('FEEL_LIMIT', `The expression takes ${what}. Make it do less, or do it in a job.`)

/** Guards recursion over values: data can be nested deeper than the stack. */
export const requireDepth = (depth: number): void => {
  if (depth > limits.valueDepth) {
    const message = `The value is nested deeper than ${limits.valueDepth} levels. Flatten it.`
    throw new FeelError('FEEL_LIMIT', message)
  }
}
