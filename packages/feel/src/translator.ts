import { FeelError } from './errors.ts'
import type { Code } from './frame.ts'
import type { HostFunctions } from './host-functions.ts'
import { limits } from './limits.ts'
import { tooDeep } from './parse/parser.ts'
import type { Scope } from './scope.ts'
import type { Span, Syntax } from './syntax.ts'
import {
  translateContext,
  translateFunction,
  translateList,
  translateRange,
} from './translate-boxes.ts'
import { translateCall } from './translate-call.ts'
import { translateFilter, translatePath } from './translate-filter.ts'
import { translateFor, translateQuantified } from './translate-iterations.ts'
import { translateMembership } from './translate-membership.ts'
import {
  translateArithmetic,
  translateBetween,
  translateComparison,
  translateIf,
  translateInstanceOf,
  translateLogic,
  translateNegation,
} from './translate-operators.ts'

/** Code with what one run of it costs. */
export interface Measured {
  readonly code: Code
  /** Sub-expressions in it, the steps it costs in a loop. */
  readonly weight: number
  /** Levels of nesting in it. */
  readonly height: number
}

/** Turns the syntax of one expression into closures. */
export class Translator {
  readonly functions: HostFunctions
  /** The scopes of contexts, for calls of their functions. */
  readonly contextScopes = new WeakMap<Syntax, Scope>()
  slotCount = 0
  #nodes = 0
  #depth = 0
  #deepest = 0
  #filters = 0

  constructor(functions: HostFunctions) {
    this.functions = functions
  }

  translate(node: Syntax, scope: Scope): Code {
    this.#nodes++
    this.#descend(1, node)
    const code = this.#dispatch(node, scope)
    this.#depth--
    return code
  }

  measure(node: Syntax, scope: Scope): Measured {
    const nodes = this.#nodes
    const deepest = this.#deepest
    this.#deepest = this.#depth
    const code = this.translate(node, scope)
    const height = this.#deepest - this.#depth
    this.#deepest = Math.max(deepest, this.#deepest)
    return { code, weight: this.#nodes - nodes, height }
  }

  /** A place for a local value. No recursion is possible in FEEL, so one each is enough. */
  newSlot(): number {
    return this.slotCount++
  }

  /** Measures a filter's condition, in a scope that knows the item. */
  measureFilter(node: Syntax, scope: Scope): Measured {
    if (++this.#filters > limits.filterDepth) {
      const message = `Filters are nested deeper than ${limits.filterDepth} levels at position ${node.from}. Split the expression.`
      throw new FeelError('FEEL_LIMIT', message, node.from)
    }
    const measured = this.measure(node, scope)
    this.#filters--
    return measured
  }

  /** Counts the body of a called function into the depth: together they fill the stack. */
  reach(levels: number, at: Span): void {
    this.#descend(levels, at)
    this.#depth -= levels
  }

  #descend(levels: number, { from }: Span): void {
    this.#depth += levels
    this.#deepest = Math.max(this.#deepest, this.#depth)
    if (this.#depth > limits.expressionDepth) throw tooDeep(from)
  }

  #dispatch(node: Syntax, scope: Scope): Code {
    switch (node.kind) {
      case 'literal': {
        const { value } = node
        return () => value
      }
      case 'name':
        return scope.variable(node.name)
      case 'input':
        return scope.input(node)
      case 'path':
        return translatePath(node, scope, this)
      case 'filter':
        return translateFilter(node, scope, this)
      case 'negation':
        return translateNegation(node, scope, this)
      case 'arithmetic':
        return translateArithmetic(node, scope, this)
      case 'comparison':
        return translateComparison(node, scope, this)
      case 'between':
        return translateBetween(node, scope, this)
      case 'in':
        return translateMembership(node, scope, this)
      case 'and':
      case 'or':
        return translateLogic(node, scope, this)
      case 'if':
        return translateIf(node, scope, this)
      case 'for':
        return translateFor(node, scope, this)
      case 'some':
      case 'every':
        return translateQuantified(node, scope, this)
      case 'list':
        return translateList(node, scope, this)
      case 'context':
        return translateContext(node, scope, this)
      case 'range':
        return translateRange(node, scope, this)
      case 'function':
        return translateFunction(node, scope, this)
      case 'call':
        return translateCall(node, scope, this)
      case 'instance of':
        return translateInstanceOf(node, scope, this)
    }
  }
}
