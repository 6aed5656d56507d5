import type { JsonObject } from '@tenon/orchestration'
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
 * Replaces each value by `***`, as it is and as it stands in JSON, in a URL, in base64 and in
 * base64url. A number is replaced when it is the value as a whole.
 */
export const redactor = (values: Iterable<string>): Redactor => {
  const secret = [...values].filter((value) => value.length >= redactedLengthMin)
  if (secret.length === 0) return nothing
  // Longest first, so that a value that is part of another leaves nothing of it behind.
  const forms = [...new Set(secret.flatMap(formsOf))].toSorted((a, b) => b.length - a.length)
  const text = (from: string): string => forms.reduce((to, form) => to.replaceAll(form, mask), from)
  const rewrite: Rewrite<undefined> = {
    text,
    number: (digits) => (secret.includes(digits) ? mask : digits),
    inside: () => undefined,
  }
  return { text, variables: (variables) => rewriteObject(variables, undefined, rewrite) }
}

const formsOf = (value: string): string[] => {
  const wellFormed = value.toWellFormed()
  const percent = encodeURIComponent(wellFormed)
  return [
    value,
    JSON.stringify(value).slice(1, -1),
    percent,
    percent.replaceAll(/[!'()*]/g, (character) => `%${hex(character)}`),
    new URLSearchParams({ value: wellFormed }).toString().slice('value='.length),
    Buffer.from(value).toString('base64'),
    Buffer.from(value).toString('base64url'),
  ]
}

const hex = (character: string): string => character.charCodeAt(0).toString(16).toUpperCase()
