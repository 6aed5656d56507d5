import type { Expression } from './compile.ts'
import { limits } from './limits.ts'

/**
 * Expressions by their text, in two generations: what was not asked for while one filled up goes.
 * Unlike exact order of use, that costs a hit nothing.
 */
export class ExpressionCache {
  #young = new Map<string, Expression>()
  #old = new Map<string, Expression>()
  #characters = 0

  get(source: string): Expression | undefined {
    const expression = this.#young.get(source)
    if (expression !== undefined) return expression
    const survivor = this.#old.get(source)
    if (survivor !== undefined) this.set(survivor)
    return survivor
  }

  set(expression: Expression): void {
    this.#characters += expression.source.length
    if (
      this.#young.size * 2 >= limits.cachedExpressions ||
      this.#characters * 2 > limits.cachedCharacters
    ) {
      this.#old = this.#young
      this.#young = new Map()
      this.#characters = expression.source.length
    }
    this.#young.set(expression.source, expression)
  }
}
