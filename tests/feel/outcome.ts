import type { Json } from '@tenon/orchestration'
import { canonicalJson } from '../canonical-json.ts'

/** What became of an expression. Warnings say why a part of it became null, and do not count. */
export type Outcome =
  | { readonly kind: 'result'; readonly json: string; readonly warnings: readonly string[] }
  /** Refused when it was compiled or deployed. */
  | { readonly kind: 'refused'; readonly message: string }
  /** Failed when it was evaluated. */
  | { readonly kind: 'failed'; readonly message: string }

export const evaluated = (json: Json, warnings: readonly string[] = []): Outcome => ({
  kind: 'result',
  json: canonicalJson(json),
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
