import { RuntimeError } from '../errors.ts'
import type { Secrets } from './secrets.ts'

/** The secrets that one job uses. */
export interface SecretsOfJob {
  /** Throws `SECRET_NOT_AVAILABLE` or `SECRET_NAMES_COLLIDE`. */
  readonly resolve: (name: string) => string
  /** Adds a value that no model names, such as a token. */
  readonly conceal: (value: string) => void
  /** Those resolved or added up to now. */
  readonly values: ReadonlySet<string>
}

/**
 * Remembers what a job uses. Two names in it that its source does not tell apart are refused: one of
 * them is meant for another secret. Nothing is kept from job to job, so that the order in which
 * models run decides nothing.
 */
export const secretsOfJob = (secrets: Secrets): SecretsOfJob => {
  const values = new Set<string>()
  const names = new Map<string, string>()
  const resolve = (name: string): string => {
    const { value, source } = secrets.find(name)
    if (value === undefined) throw notAvailable(name, source)
    const first = names.get(source) ?? name
    if (first !== name) throw collision(first, name, source)
    names.set(source, name)
    values.add(value)
    return value
  }
  return { resolve, conceal: (value) => void values.add(value), values }
}

const notAvailable = (name: string, source: string): RuntimeError =>
  new RuntimeError(
    'SECRET_NOT_AVAILABLE',
    `Secret with name '${name}' is not available. Set ${source}, and start Tenon again.`,
  )

const collision = (one: string, other: string, source: string): RuntimeError =>
  new RuntimeError(
    'SECRET_NAMES_COLLIDE',
    `The secrets '${one}' and '${other}' both mean ${source}. Rename one of them in the model.`,
  )
