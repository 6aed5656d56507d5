import { type Json, parseJson } from '@tenon/orchestration'

/**
 * What a connector returned, as JSON: dates become text, what has no JSON form is dropped. Nothing
 * is copied when it is JSON already, as the answers of most connectors are.
 */
export const toPlainJson = (value: unknown): Json => {
  if (isPlain(value)) return value
  const text: string | undefined = JSON.stringify(value)
  return text === undefined ? null : parseJson(text)
}

const isPlain = (value: unknown): value is Json => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object') return false
  if (JSON.isRawJSON(value)) return true
  if (Array.isArray(value)) return value.every(isPlain)
  return isRecord(value) && Object.values(value).every(isPlain)
}

const isRecord = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value)
  return (prototype === Object.prototype || prototype === null) && !('toJSON' in value)
}
