import { FeelError } from './errors.ts'
import { excerpt } from './excerpt.ts'
import { limits } from './limits.ts'
import { tooDeep, type TreeNode } from './parse.ts'
import { readArithmetic, readComparison, readInstanceOf, readLogic } from './read-operators.ts'
import { readBareRange } from './read-unary-tests.ts'
import { readCall, readContext, readDefinition, readFilter, readPath } from './read-boxes.ts'
import { readFor, readIf, readQuantified } from './read-iterations.ts'
import { readNumber, readString } from './read-literals.ts'
import { spanOf, type Span, type Syntax } from './syntax.ts'

/** Turns a parse tree into syntax, and refuses what the grammar takes but FEEL does not. */
export class Reader {
  readonly source: string
  #depth = 0

  constructor(source: string) {
    this.source = source
  }

  read(node: TreeNode): Syntax {
    if (++this.#depth > limits.expressionDepth) throw tooDeep(node.from)
    const syntax = readers.get(node.name)?.(node, this)
    this.#depth--
    if (syntax === undefined) throw this.misplaced(node)
    return syntax
  }

  text({ from, to }: Span): string {
    return this.source.slice(from, to)
  }

  /** The children that mean something: no comments. */
  children(node: TreeNode): readonly TreeNode[] {
    const children: TreeNode[] = []
    for (let child = node.firstChild; child !== null; child = child.nextSibling) {
      if (!child.name.endsWith('Comment')) children.push(child)
    }
    return children
  }

  /** The children that are expressions, read. */
  expressions(node: TreeNode): readonly Syntax[] {
    const expressions = this.children(node).filter(({ name }) => readers.has(name))
    return expressions.map((expression) => this.read(expression))
  }

  /** The only child that is an expression. */
  inner(node: TreeNode): Syntax {
    const [expression] = this.expressions(node)
    if (expression === undefined) throw this.misplaced(node)
    return expression
  }

  /** A name as it is asked for: words apart by one space, backticks gone. */
  name(node: TreeNode): string {
    const text = this.text(node)
    return text.startsWith('`') ? text.slice(1, -1) : text.trim().replaceAll(/\s+/g, ' ')
  }

  misplaced(span: Span): FeelError {
    const what = excerpt(this.source, span.from, span.to)
    return this.refused(span, `${what} cannot stand at position ${span.from}. Rewrite it.`)
  }

  refused({ from }: Span, message: string): FeelError {
    return new FeelError('FEEL_SYNTAX', message, from)
  }

  unsupported({ from, to }: Span, what: string): FeelError {
    const message = `${what} is not supported yet: ${excerpt(this.source, from, to)} at position ${from}. Do without it.`
    return new FeelError('FEEL_UNSUPPORTED', message, from)
  }
}

/** Reads one kind of node. */
export type Read = (node: TreeNode, reader: Reader) => Syntax

const readTemporal: Read = (node, reader) => {
  const constructor = reader.children(node).find(({ name }) => name === 'DateTimeConstructor')
  const what = constructor === undefined ? 'A temporal literal' : `"${reader.name(constructor)}"`
  throw reader.unsupported(node, what)
}

const readers: ReadonlyMap<string, Read> = new Map<string, Read>([
  ['Expression', (node, reader) => reader.inner(node)],
  ['ParenthesizedExpression', (node, reader) => reader.inner(node)],
  ['null', (node) => ({ kind: 'literal', value: null, ...spanOf(node) })],
  [
    'BooleanLiteral',
    (node, reader) => ({ kind: 'literal', value: reader.text(node) === 'true', ...spanOf(node) }),
  ],
  ['NumericLiteral', readNumber],
  ['StringLiteral', readString],
  ['DateTimeLiteral', readTemporal],
  ['VariableName', (node, reader) => ({ kind: 'name', name: reader.name(node), ...spanOf(node) })],
  ['?', (node) => ({ kind: 'input', ...spanOf(node) })],
  [
    'List',
    (node, reader) => ({
      kind: 'list',
      items: reader.expressions(node),
      ...spanOf(node),
    }),
  ],
  ['Context', readContext],
  ['FunctionDefinition', readDefinition],
  ['FunctionInvocation', readCall],
  ['PathExpression', readPath],
  ['FilterExpression', readFilter],
  ['IfExpression', readIf],
  ['ForExpression', readFor],
  ['QuantifiedExpression', readQuantified],
  ['Disjunction', readLogic],
  ['Conjunction', readLogic],
  ['Comparison', readComparison],
  ['ArithmeticExpression', readArithmetic],
  ['InstanceOfExpression', readInstanceOf],
  ['SimplePositiveUnaryTest', readBareRange],
])
