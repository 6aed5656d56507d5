import type { Environment } from './environment.ts'
import { FeelError } from './errors.ts'
import { excerpt } from './excerpt.ts'
import { ExpressionCache } from './expression-cache.ts'
import { Frame, type Code, type Variables } from './frame.ts'
import type { HostFunctions } from './host-functions.ts'
import { parse } from './parse/parser.ts'
import { Scope } from './scope.ts'
import { Translator } from './translator.ts'
import type { Value } from './value.ts'

/** An expression, parsed once; evaluate it as often as you like. */
export interface Expression {
  readonly source: string
  /**
   * The environment is for `now`, `today`, `random number` and `uuid`, which fail without it. Throws
   * `FeelError` with `FEEL_EVALUATION` or `FEEL_LIMIT`.
   */
  evaluate(variables: Variables, environment?: Environment): Value
}

export interface CompileOptions {
  /** What the host adds to the language; comes before built-in functions of the same name. */
  readonly functions?: HostFunctions
}

const noFunctions: HostFunctions = new Map()
const caches = new WeakMap<HostFunctions, ExpressionCache>()

/**
 * Compiles an expression (without the leading `=`); the same text and functions give the same
 * object, while it is in use. Throws `FeelError` with `FEEL_SYNTAX`, `FEEL_UNSUPPORTED`, or
 * `FEEL_LIMIT` when the text is too long or too deep.
 */
export const compile = (source: string, options: CompileOptions = {}): Expression => {
  const functions = options.functions ?? noFunctions
  let cache = caches.get(functions)
  if (cache === undefined) caches.set(functions, (cache = new ExpressionCache()))
  const known = cache.get(source)
  if (known !== undefined) return known
  const expression = translate(source, functions)
  cache.set(expression)
  return expression
}

const translate = (source: string, functions: HostFunctions): Expression => {
  const syntax = parse(source)
  const translator = new Translator(functions)
  return new Compiled(source, translator.translate(syntax, new Scope()), translator.slotCount)
}

class Compiled implements Expression {
  readonly source: string
  readonly #code: Code
  readonly #slots: readonly Value[]

  constructor(source: string, code: Code, slotCount: number) {
    this.source = source
    this.#code = code
    this.#slots = Array.from({ length: slotCount }, () => null)
  }

  evaluate(variables: Variables, environment?: Environment): Value {
    const frame = new Frame(variables, this.#slots.slice(), environment)
    try {
      return this.#code(frame)
    } catch (error) {
      throw this.#located(error, frame)
    }
  }

  /** Says where in the expression it failed. */
  #located(error: unknown, { at: { from, to } }: Frame): unknown {
    if (!(error instanceof FeelError) || error.position !== undefined) return error
    const piece = excerpt(this.source, from, to)
    return new FeelError(error.code, `${error.message} At position ${from}: ${piece}.`, from)
  }
}
