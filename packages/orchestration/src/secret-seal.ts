import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Json, JsonObject } from './json.ts'
import { parseJson } from './parse-json.ts'

/** Where the text of a deployed model names a secret: only there may it be opened. */
export interface SecretPlace {
  readonly processDefinitionKey: string
  readonly elementId: string
  /** Target of the input mapping that holds the text, such as `authentication.token`. */
  readonly field: string
}

/** `{{secrets.NAME}}` in the text of a model; the first group is the name. */
export const secretPlaceholder =
  /\{\{\s*secrets\.([A-Za-z0-9](?:[A-Za-z0-9/._-]*[A-Za-z0-9])?)\s*\}\}/g

// Private-use characters delimit a sealed reference, so that it survives FEEL and concatenation.
const sealed = /\uE000([A-Za-z0-9/._-]+)\uE002([A-Za-z0-9_-]{22})\uE001/g

/**
 * Turns secret placeholders of deployed text into references that only this installation can
 * make, and back. Text that merely looks like a placeholder is never a reference, so no data can
 * name a secret.
 */
export class SecretSeal {
  readonly #key: Uint8Array
  constructor(key: Uint8Array) {
    this.#key = key
  }

  /** Replaces each placeholder in the deployed text of a place. */
  seal(text: string, place: SecretPlace): string {
    if (!text.includes('{{')) return text
    return text.replaceAll(
      secretPlaceholder,
      (_, name: string) => `\uE000${name}\uE002${this.#code(name, place)}\uE001`,
    )
  }

  /**
   * Replaces each reference that was sealed for the place by `resolve(name)`; others become text
   * again. What `resolve` returns is not looked at again.
   */
  open(text: string, place: SecretPlace, resolve: (name: string) => string): string {
    if (!text.includes('\uE000')) return text
    return text.replaceAll(sealed, (_, name: string, code: string) =>
      isSame(code, this.#code(name, place)) ? resolve(name) : `{{secrets.${name}}}`,
    )
  }

  #code(name: string, place: SecretPlace): string {
    const parts = [place.processDefinitionKey, place.elementId, place.field, name]
    const hmac = createHmac('sha256', this.#key).update(JSON.stringify(parts)).digest()
    return hmac.subarray(0, 16).toString('base64url')
  }
}

const isSame = (left: string, right: string): boolean =>
  timingSafeEqual(Buffer.from(left), Buffer.from(right))

/** Shows references as the placeholders that they stand for: at every border of the engine. */
export const showSecretReferences = (text: string): string =>
  text.includes('\uE000') ? text.replaceAll(sealed, '{{secrets.$1}}') : text

/** The same in variables, at any depth. */
export const showSecretReferencesIn = (variables: JsonObject): JsonObject => {
  const entries = Object.entries(variables).map(([name, value]) => [name, showIn(value)] as const)
  return Object.fromEntries(entries)
}

const showIn = (value: Json): Json => {
  if (typeof value === 'string') return showSecretReferences(value)
  if (typeof value !== 'object' || value === null) return value
  const text = JSON.stringify(value)
  return text.includes('\uE000') ? parseJson(showSecretReferences(text)) : value
}
