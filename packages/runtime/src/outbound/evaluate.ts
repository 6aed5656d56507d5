import { compile, toJson } from '@tenon/feel'
import { isJsonObject, type Json, type JsonObject } from '@tenon/orchestration'
import { errorFunctions } from './error-functions.ts'

/**
 * Evaluates a result or error expression as Camunda does: over the members of `value` where it has
 * any, the whole of it as `response`, and `more`, which wins. The leading `=` is optional. Throws
 * `FeelError`.
 */
export const evaluateOver = (expression: string, value: Json, more: JsonObject = {}): unknown => {
  const members = isJsonObject(value) ? value : {}
  const variables = (name: string): Json | undefined => {
    if (Object.hasOwn(more, name)) return more[name]
    if (name === 'response') return value
    return Object.hasOwn(members, name) ? members[name] : undefined
  }
  const source = expression.trim().replace(/^=/, '').trim()
  return toJson(compile(source, { functions: errorFunctions }).evaluate(variables))
}
