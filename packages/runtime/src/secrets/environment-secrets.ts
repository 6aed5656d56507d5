import type { Secrets } from './secrets.ts'

const prefix = 'TENON_SECRET_'

/**
 * Secrets from environment variables: the value of `api.key` is that of `TENON_SECRET_api_key`,
 * since a variable's name can hold only letters, digits and `_`. The environment is read once.
 */
export const environmentSecrets = (
  environment: Readonly<Record<string, string | undefined>>,
): Secrets => {
  const values = new Map(Object.entries(environment).filter(([name]) => name.startsWith(prefix)))
  return {
    find: (name) => {
      const source = prefix + name.replaceAll(/[^A-Za-z0-9]/g, '_')
      return { source, value: values.get(source) }
    },
  }
}
