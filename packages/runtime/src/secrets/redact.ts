import type { JsonObject } from '@tenon/orchestration'
import { patternsOf } from './redact-patterns.ts'
import { type Rewrite, rewriteObject } from './rewrite-texts.ts'

/** Takes the values of secrets out of what leaves the runtime. */
export interface Redactor {
  readonly text: (text: string) => string
  readonly variables: (variables: JsonObject) => JsonObject
}

/** Shorter values stand in too much innocent text, and keep nothing secret. */
export const redactedLengthMin = 3

const mask = '***'

const nothing: Redactor = { text: (text) => text, variables: (variables) => variables }

/**
 * Replaces each value by `***`, without the blanks around it: as it is and on one line, as it
 * stands in JSON, in a URL or a form, and inside of what is in base64. A number is replaced when it
 * is the value as a whole. Names that would become equal stay apart.
 */
export const redactor = (values: Iterable<string>): Redactor => {
  const trimmed = [...values].map((value) => value.trim())
  const secret = trimmed.filter((value) => value.length >= redactedLengthMin)
  if (secret.length === 0) return nothing
  // Longest first, so that a value that is part of another leaves nothing of it behind.
  const patterns = [...new Set(secret)]
    .toSorted((a, b) => b.length - a.length)
    .flatMap((value) => patternsOf(value))
  const text = (from: string): string => patterns.reduce((to, replace) => replace(to, mask), from)
  const rewrite: Rewrite<undefined> = {
    text,
    number: (digits) => (secret.includes(digits) ? mask : digits),
    inside: () => undefined,
  }
  return { text, variables: (variables) => rewriteObject(variables, undefined, rewrite) }
}
