import type { Incident } from '@tenon/orchestration'
import type { ModelElement } from './model-elements.ts'

/** Which variables must be changed before a retry can succeed. */
export interface Repair {
  /**
   * `step`: its own. They were worked out when it began, and its job is tried again with them.
   * `request`: those of the Request, which are read anew.
   */
  readonly of: 'step' | 'request'
  /** Those that the message names, in its order. */
  readonly variables: readonly string[]
  /** Variables of the Request that the message names, of which a change comes too late. */
  readonly tooLate: readonly string[]
}

/** What the message of an incident, and the model, tell of its repair. */
export const repairOf = (
  { errorMessage, jobKey }: Pick<Incident, 'errorMessage' | 'jobKey'>,
  element: Pick<ModelElement, 'inputs'> | undefined,
): Repair => {
  const inputs = element?.inputs ?? []
  const read = readVariables(errorMessage)
  if (jobKey === null || inputs.length === 0) return { of: 'request', variables: read, tooLate: [] }
  const places = inputs.map((name) => ({ name, at: errorMessage.search(wordOf(name)) }))
  const found = places.filter(({ at }) => at !== -1).toSorted((one, other) => one.at - other.at)
  return { of: 'step', variables: distinct(found.map(({ name }) => name)), tooLate: read }
}

/** How the engine names variables that an expression read: of `order.total` it is `order`. */
const readVariables = (message: string): readonly string[] =>
  distinct([...message.matchAll(/\bvariable "([^".]+)[^"]*"/g)].map(([, name = '']) => name))

/** The name by itself: not in a longer one, in a path after a dot, or in quotes. */
const wordOf = (name: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}_."])${RegExp.escape(name)}(?![\\p{L}\\p{N}_"])`, 'u')

const distinct = (names: readonly string[]): readonly string[] => [...new Set(names)]
