import type { Json } from '@tenon/orchestration'

/** JSON with sorted entries, in which equal numbers are equal texts. */
export const canonicalJson = (json: Json): string => {
  if (JSON.isRawJSON(json)) return canonicalNumber(json.rawJSON)
  if (typeof json === 'number') return canonicalDouble(json)
  if (typeof json !== 'object' || json === null) return JSON.stringify(json)
  if (Array.isArray(json)) return `[${json.map(canonicalJson).join(',')}]`
  const entries = Object.entries(json).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([name, entry]) => `${JSON.stringify(name)}:${canonicalJson(entry)}`).join(',')}}`
}

/** Whole numbers count with all digits, others as the doubles that they are. */
const canonicalNumber = (text: string): string =>
  /^-?\d+$/.test(text) ? BigInt(text).toString() : canonicalDouble(Number(text))

const canonicalDouble = (double: number): string =>
  Number.isInteger(double) ? BigInt(double).toString() : JSON.stringify(double)
