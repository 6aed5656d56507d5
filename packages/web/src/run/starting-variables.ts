import type { NeededVariable } from './needed-variables.ts'

type JsonObject = Readonly<Record<string, unknown>>

/** The object that a text is; undefined where it is none. Numbers keep all of their digits. */
export const readObject = (text: string): JsonObject | undefined => {
  try {
    const value = JSON.parse(text.trim() === '' ? '{}' : text, keepDigits)
    return isObject(value) ? value : undefined
  } catch {
    // Somebody is writing it still.
    return undefined
  }
}

/** Adds what is needed and not there, as null; a text that lacks nothing, or is no object, stays. */
export const addNeeded = (text: string, needed: readonly NeededVariable[]): string => {
  const given = readObject(text)
  if (given === undefined) return text
  const all = needed.reduce<unknown>(addPath, given)
  return JSON.stringify(all) === JSON.stringify(given) ? text : JSON.stringify(all, null, 2)
}

/** Whether something else than null is given. */
export const isGiven = (value: unknown, [name, ...inner]: readonly string[]): boolean => {
  if (name === undefined || !isObject(value)) return value !== undefined && value !== null
  return isGiven(Object.hasOwn(value, name) ? value[name] : undefined, inner)
}

/** Whether something else than null stands at the last name of a path, in a text that is no object yet. */
export const isWritten = (text: string, path: NeededVariable): boolean => {
  const name = RegExp.escape(JSON.stringify(path.at(-1)))
  return new RegExp(`${name}\\s*:\\s*(?!null\\b)[^\\s,}]`).test(text)
}

/** Null where the path ends, if nothing is there; what is no object has no place for a path. */
const addPath = (value: unknown, [name, ...inner]: readonly string[]): unknown => {
  if (name === undefined) return value ?? null
  if (value !== undefined && value !== null && !isObject(value)) return value
  const entries = new Map(Object.entries(value ?? {}))
  return Object.fromEntries(entries.set(name, addPath(entries.get(name), inner)))
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !JSON.isRawJSON(value)

const keepDigits = (
  _name: string,
  value: unknown,
  { source }: { readonly source?: string },
): unknown =>
  typeof value === 'number' && source !== undefined && String(value) !== source
    ? JSON.rawJSON(source)
    : value
