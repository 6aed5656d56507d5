import { randomUUID } from 'node:crypto'
import { compile, toJson, type Expression } from '@tenon/feel'
import { isJsonObject, type Json, type JsonObject } from '@tenon/orchestration'
import { errorFunctions } from './error-functions.ts'

/** The leading `=` is optional. Throws `FeelError`. */
export const compileExpression = (expression: string): Expression =>
  compile(expression.trim().replace(/^=/, '').trim(), { functions: errorFunctions })

/**
 * Evaluates a result or error expression as Camunda does: over the members of `value` where it has
 * any, the whole of it as `response`, and `more`, which wins. Throws `FeelError`.
 */
export const evaluateOver = (
  expression: string,
  value: Json,
  { timeZone, more = {} }: { readonly timeZone: string; readonly more?: JsonObject },
): unknown => {
  const members = isJsonObject(value) ? value : {}
  const variables = (name: string): Json | undefined => {
    if (Object.hasOwn(more, name)) return more[name]
    if (name === 'response') return value
    return Object.hasOwn(members, name) ? members[name] : undefined
  }
  const environment = { now: Date.now(), timeZone, random: Math.random, uuid: randomUUID }
  return toJson(compileExpression(expression).evaluate(variables, environment))
}
