import { Decimal } from './decimal.ts'
import { size, type Budget } from './limits.ts'
import { simplest } from './numeric.ts'
import { toJson } from './to-json.ts'
import type { Value } from './value.ts'

/** The value of a JSON text, digits kept; null when it is none. */
export const parseJson = (text: string, budget: Budget): Value => {
  budget.spend(text.length / size.item)
  budget.produce(text.length * size.item)
  try {
    return JSON.parse(text, keepDigits) as Value
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function keepDigits(
  this: unknown,
  _name: string,
  value: unknown,
  { source }: { readonly source?: string },
): unknown {
  if (typeof value !== 'number' || source === undefined || String(value) === source) return value
  const number = Decimal.parse(source)
  return number === undefined ? value : simplest(number)
}

/** A value as JSON text. */
export const printJson = (value: Value, budget: Budget): string => {
  const text = JSON.stringify(toJson(value))
  budget.produce(text.length * size.character)
  return text
}
