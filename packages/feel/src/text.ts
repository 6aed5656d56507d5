import { FunctionValue } from './function-value.ts'
import { requireDepth, size, type Budget } from './limits.ts'
import { numberText, numericOf } from './numeric.ts'
import { Range } from './range.ts'
import { TemporalValue } from './temporal/temporal-value.ts'
import { entryOf, isContext, isList, type Value } from './value.ts'

/** A value as `string` shows it; a string inside a list or context has quotes. */
export const textOf = (value: Value, budget: Budget): string => new Printer(budget).print(value)

class Printer {
  readonly #budget: Budget
  #depth = 0

  constructor(budget: Budget) {
    this.#budget = budget
  }

  print(value: Value): string {
    const text = this.#textOf(value)
    this.#budget.spend(1)
    this.#budget.produce(text.length * size.character)
    return text
  }

  #textOf(value: Value): string {
    if (typeof value === 'string') return this.#depth === 0 ? value : `"${value}"`
    if (value === null || typeof value === 'boolean') return String(value)
    if (value instanceof TemporalValue) return value.toString()
    if (value instanceof FunctionValue) return `function(${value.parameters.join(', ')})`
    if (isList(value)) return this.#inside(() => `[${this.#all(value)}]`)
    if (value instanceof Range) return this.#inside(() => this.#range(value))
    if (isContext(value)) {
      return this.#inside(() => {
        const names = Object.keys(value)
        return `{${names.map((name) => `${name}:${this.print(entryOf(value, name) ?? null)}`).join(', ')}}`
      })
    }
    const number = numericOf(value)
    return number === undefined ? '' : numberText(number)
  }

  #all(values: readonly Value[]): string {
    return values.map((item) => this.print(item)).join(', ')
  }

  #range({ low, high, lowIncluded, highIncluded }: Range): string {
    const open = lowIncluded ? '[' : '('
    return `${open}${this.print(low)}..${this.print(high)}${highIncluded ? ']' : ')'}`
  }

  #inside(print: () => string): string {
    requireDepth(++this.#depth)
    const text = print()
    this.#depth--
    return text
  }
}
