import type { Json } from '@tenon/orchestration'

/** What became of an expression. Warnings say why a part of it became null, and do not count. */
export type Outcome =
  | { readonly kind: 'result'; readonly json: string; readonly warnings: readonly string[] }
  /** Refused when it was compiled or deployed. */
  | { readonly kind: 'refused'; readonly message: string }
  /** Failed when it was evaluated. */
  | { readonly kind: 'failed'; readonly message: string }

export const evaluated = (json: Json, warnings: readonly string[] = []): Outcome => ({
  kind: 'result',
  json: canonical(json),
  warnings,
})

export const refused = (message: string): Outcome => ({ kind: 'refused', message })

export const failed = (message: string): Outcome => ({ kind: 'failed', message })

/** The text to compare; messages and warnings are no part of it. */
export const essence = (outcome: Outcome): string =>
  outcome.kind === 'result' ? outcome.json : `(${outcome.kind})`

/** One line about an outcome, with what explains it. */
export const describe = (outcome: Outcome): string => {
  if (outcome.kind !== 'result') return `${outcome.kind}: ${outcome.message.replaceAll('\n', ' ')}`
  const { json, warnings } = outcome
  return warnings.length === 0 ? json : `${json}   (warns: ${warnings.join('; ')})`
}

/** JSON with sorted entries, in which equal numbers are equal texts. */
const canonical = (json: Json): string => {
  if (JSON.isRawJSON(json)) return canonicalNumber(json.rawJSON)
  if (typeof json === 'number') return canonicalDouble(json)
  if (typeof json !== 'object' || json === null) return JSON.stringify(json)
  if (Array.isArray(json)) return `[${json.map(canonical).join(',')}]`
  const entries = Object.entries(json).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([name, entry]) => `${JSON.stringify(name)}:${canonical(entry)}`).join(',')}}`
}

/** Whole numbers count with all digits, others as the doubles that they are. */
const canonicalNumber = (text: string): string =>
  /^-?\d+$/.test(text) ? BigInt(text).toString() : canonicalDouble(Number(text))

const canonicalDouble = (double: number): string =>
  Number.isInteger(double) ? BigInt(double).toString() : JSON.stringify(double)
