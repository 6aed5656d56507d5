import { ServerError } from './errors.ts'

/** Refuses what Tenon does not have yet, by name. Null and an empty list ask for nothing. */
export const requireAbsent = (name: string, value: unknown): void => {
  if (value === undefined || value === null) return
  if (Array.isArray(value) && value.length === 0) return
  throw new ServerError('NOT_SUPPORTED', `Tenon does not have "${name}" yet. Leave it out.`)
}
