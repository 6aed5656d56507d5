import { OrchestrationError } from './errors.ts'
import type { JsonObject } from './json.ts'

/** Clients in other languages write null for what they leave out. */
export const absent = (value: unknown): value is null | undefined =>
  value === undefined || value === null

/** Throws `INVALID_ARGUMENT`. */
export const refuse = (message: string): never => {
  throw new OrchestrationError('INVALID_ARGUMENT', message)
}

/** Refuses the first name of the object that is not in the list. */
export const requireKnown = (
  object: JsonObject,
  known: readonly string[],
  describe: (name: string) => string,
): void => {
  const unknown = Object.keys(object).find((name) => !known.includes(name))
  if (unknown !== undefined) refuse(`${describe(unknown)}. It has: ${known.join(', ')}.`)
}
