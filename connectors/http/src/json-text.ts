import { numberText } from './number-text.ts'

/** A value as JSON with Camunda's numbers; with `ignoreNulls` without entries that are null. */
export const jsonText = (
  value: unknown,
  { ignoreNulls }: { readonly ignoreNulls: boolean },
): string => JSON.stringify(ignoreNulls ? withoutNulls(value) : value, exactly)

const exactly = (_name: string, value: unknown): unknown => {
  if (typeof value !== 'number') return value
  const text = numberText(value)
  return text.includes('E') ? JSON.rawJSON(text) : value
}

/** Nulls in lists stay, since they hold a position. */
const withoutNulls = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map((item) => withoutNulls(item))
  if (typeof value !== 'object' || value === null || JSON.isRawJSON(value)) return value
  const entries = Object.entries(value).filter(([, inner]) => inner !== null)
  return Object.fromEntries(entries.map(([name, inner]) => [name, withoutNulls(inner)]))
}
