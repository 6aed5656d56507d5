import { Decimal } from './decimal.ts'
import { FeelError } from './errors.ts'
import { FunctionValue } from './function-value.ts'
import { Budget, requireDepth } from './limits.ts'
import { TemporalValue } from './temporal/temporal-value.ts'
import { contextOf, entryOf, isContext, isList, type Value } from './value.ts'

/** A JSON value. A number that a double cannot hold is what `JSON.rawJSON` returns. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [name: string]: Json
}

/**
 * A value as JSON, without a copy when it is JSON already. Whole numbers keep their digits
 * (`JSON.rawJSON` beyond 2^53), others become doubles. Dates, times and durations are strings, as
 * Camunda writes them. A function or range is null, and a function
 * that is a context's entry is left out. Throws `FEEL_EVALUATION` for a computed whole number
 * beyond 64 bits, which Camunda would wrap silently, and `FEEL_LIMIT` for values without end.
 */
export const toJson = (value: Value): Json => {
  return isJson(value, new Budget()) ? value : converted(value, new Budget())
}

const isJson = (value: Value, budget: Budget, depth = 0): value is Json => {
  charge(value, depth, budget)
  if (typeof value !== 'object' || value === null || JSON.isRawJSON(value)) return true
  if (isList(value)) return value.every((item) => isJson(item, budget, depth + 1))
  return (
    isContext(value) &&
    Object.keys(value).every((name) => isJson(entryOf(value, name) ?? null, budget, depth + 1))
  )
}

const converted = (value: Value, budget: Budget, depth = 0): Json => {
  charge(value, depth, budget)
  if (typeof value !== 'object' || value === null || JSON.isRawJSON(value)) return value
  if (value instanceof Decimal) return jsonNumber(value)
  if (value instanceof TemporalValue) return value.jsonText()
  if (isList(value)) return value.map((item) => converted(item, budget, depth + 1))
  if (!isContext(value)) return null
  const entries: [string, Json][] = []
  for (const name of Object.keys(value)) {
    const entry = entryOf(value, name) ?? null
    if (!(entry instanceof FunctionValue)) {
      entries.push([name, converted(entry, budget, depth + 1)])
    }
  }
  return contextOf(entries)
}

/** Characters of its JSON, about: values share parts, so that few bytes can mean endless JSON. */
const charge = (value: Value, depth: number, budget: Budget): void => {
  requireDepth(depth)
  budget.produce(typeof value === 'string' ? value.length + 2 : 2)
}

const longMax = new Decimal(2n ** 63n - 1n, 0)
const longMin = new Decimal(-(2n ** 63n), 0)

const jsonNumber = (number: Decimal): Json => {
  if (!number.isWhole()) return number.toNumber()
  if (number.compare(longMax) > 0 || number.compare(longMin) < 0) {
    const message = `The result ${number.toString()} is a whole number beyond 64 bits. Return string(...) of it.`
    throw new FeelError('FEEL_EVALUATION', message)
  }
  const whole = number.toBigInt()
  const double = Number(whole)
  return Number.isSafeInteger(double) ? double : JSON.rawJSON(whole.toString())
}
