import { FeelError } from '../errors.ts'
import { limits } from '../limits.ts'
import type { Span, Syntax } from '../syntax.ts'
import { Cursor } from './cursor.ts'
import {
  parseFor,
  parseIf,
  parseQuantified,
  seesFor,
  seesIf,
  seesQuantified,
} from './iterations.ts'
import { parseArithmetic, parseDisjunction, parseDisjunctionFrom } from './operators.ts'

/**
 * Parses an expression by recursive descent, as Camunda's grammar reads it: that grammar takes
 * `if`, `for` or `between` as names too, keys such as `1+1`, and tells what a word means by what
 * follows it. Looking ahead decides, so that no text takes more than linear time.
 */
export const parse = (source: string): Syntax => {
  if (source.length > limits.sourceLength) throw tooLong(source)
  if (source.trim() === '') {
    throw new FeelError('FEEL_SYNTAX', 'The expression is empty. Write a FEEL expression.', 0)
  }
  const parser = new Parser(source)
  const syntax = parser.expression()
  if (!parser.cursor.isAtEnd()) throw parser.cursor.unexpected()
  return syntax
}

/** What the functions of the grammar share: the text, and how deep they are in it. */
export class Parser {
  readonly cursor: Cursor
  #depth = 0

  constructor(source: string) {
    this.cursor = new Cursor(source)
  }

  expression(): Syntax {
    return this.nested(() => this.#expression())
  }

  /** An operand of a comparison, or the end of a range. */
  arithmetic(): Syntax {
    return parseArithmetic(this)
  }

  /** Goes on after an operand that has been read. */
  disjunctionFrom(operand: Syntax): Syntax {
    return parseDisjunctionFrom(this, operand)
  }

  /** Counts a level of nesting: each takes some of the stack. */
  nested<Type>(parseInner: () => Type): Type {
    if (++this.#depth > limits.expressionDepth) throw tooDeep(this.cursor.at)
    const parsed = parseInner()
    this.#depth--
    return parsed
  }

  /** Whether `if`, `for`, `some` or `every` begins here, and is no name. */
  seesControl(): boolean {
    return seesIf(this.cursor) || seesFor(this.cursor) || seesQuantified(this.cursor)
  }

  /** As many as there are, apart by commas, up to a closing bracket. */
  listUntil<Item>(close: string, parseItem: () => Item): readonly Item[] {
    const items: Item[] = []
    if (this.cursor.takeSymbol(close)) return items
    do items.push(parseItem())
    while (this.cursor.takeSymbol(','))
    this.cursor.expectSymbol(close)
    return items
  }

  /** A range is no operand. */
  value(syntax: Syntax): Syntax {
    if (syntax.kind === 'range') throw this.misplaced(syntax)
    return syntax
  }

  misplaced(span: Span): FeelError {
    const message = `A range cannot stand at position ${span.from}. Write it after "in", or pass it to a function.`
    return this.cursor.refused(span.from, message)
  }

  #expression(): Syntax {
    if (seesIf(this.cursor)) return parseIf(this)
    if (seesFor(this.cursor)) return parseFor(this)
    if (seesQuantified(this.cursor)) return parseQuantified(this)
    return parseDisjunction(this)
  }
}

const tooLong = (source: string): FeelError => {
  const message = `The expression has ${source.length} characters, more than ${limits.sourceLength}. Split it, or keep its data in variables.`
  return new FeelError('FEEL_LIMIT', message, limits.sourceLength)
}

/** Also for whoever finds the depth later. */
export const tooDeep = (from: number): FeelError => {
  const message = `The expression is nested deeper than ${limits.expressionDepth} levels at position ${from}, the functions it calls counted in. Split it.`
  return new FeelError('FEEL_LIMIT', message, from)
}
