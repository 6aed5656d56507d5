import { RuntimeError } from '../errors.ts'
import type { Secrets } from './secrets.ts'

const prefix = 'TENON_SECRET_'

/**
 * Secrets from environment variables: the value of `api.key` is that of `TENON_SECRET_api_key`,
 * since a variable's name can hold only letters, digits and `_`. The environment is read once.
 *
 * Two names that mean one variable are refused with `SECRET_NAMES_COLLIDE` once both were asked
 * for, each of them: otherwise a model could read another's secret by a name that looks alike.
 */
export const environmentSecrets = (
  environment: Readonly<Record<string, string | undefined>>,
): Secrets => {
  const values = new Map(Object.entries(environment).filter(([name]) => name.startsWith(prefix)))
  const names = new Map<string, Set<string>>()
  return {
    valueOf: (name) => {
      const variable = prefix + name.replaceAll(/[^A-Za-z0-9]/g, '_')
      const value = values.get(variable)
      if (value !== undefined) requireAlone(variable, claim(names, variable).add(name))
      return value
    },
  }
}

const claim = (names: Map<string, Set<string>>, variable: string): Set<string> => {
  const claimed = names.get(variable) ?? new Set()
  names.set(variable, claimed)
  return claimed
}

const requireAlone = (variable: string, names: ReadonlySet<string>): void => {
  if (names.size === 1) return
  const both = [...names].map((name) => `'${name}'`).join(' and ')
  throw new RuntimeError(
    'SECRET_NAMES_COLLIDE',
    `The secrets ${both} both mean the environment variable ${variable}. Rename one in its model.`,
  )
}
