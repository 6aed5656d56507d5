import { type Json, parseJson } from '@tenon/orchestration'

/**
 * What a connector returned, as JSON: dates become text, what has no JSON form is dropped. Nothing
 * is copied when it is JSON already, as the answers of most connectors are.
 */
export const toPlainJson = (value: unknown): Json => {
  if (isPlainJson(value)) return value
  const text: string | undefined = JSON.stringify(value)
  return text === undefined ? null : parseJson(text)
}

/** Whether a value is JSON as it stands: to write and to parse it would change nothing. */
export const isPlainJson = (value: unknown): value is Json => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object') return false
  if (JSON.isRawJSON(value)) return true
  if (Array.isArray(value)) return value.every(isPlainJson)
  return isRecord(value) && Object.values(value).every(isPlainJson)
}

const isRecord = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value)
  return (prototype === Object.prototype || prototype === null) && !('toJSON' in value)
}
