import { FeelError } from './errors.ts'

/**
 * What an evaluation cannot know by itself: a replay has to come to the same result, so the host
 * says the time and draws the lots. What is absent is refused when an expression asks for it.
 */
export interface Environment {
  /** For `now` and `today`: milliseconds since 1970 in UTC. */
  readonly now?: number
  /** Of `now` and `today`: a name such as `Europe/Berlin`, or an offset. UTC when absent. */
  readonly timeZone?: string
  /** For `random number`: at least 0, below 1. */
  readonly random?: () => number
  /** For `uuid`. */
  readonly uuid?: () => string
}

/** For expressions that ask for nothing. */
export const noEnvironment: Environment = {}

/** What the environment has; throws `FEEL_EVALUATION` when that is nothing. */
export const provided = <Type>(part: Type | undefined, name: string): Type => {
  if (part !== undefined) return part
  const message = `"${name}" is not available here: whoever evaluates this has handed in nothing for it. Pass the value as a variable.`
  throw new FeelError('FEEL_EVALUATION', message)
}
