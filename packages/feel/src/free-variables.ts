import { compile } from './compile.ts'
import { FeelError } from './errors.ts'
import { parse } from './parse/parser.ts'
import type { ContextSyntax, Iterator, Syntax, UnaryTest } from './syntax.ts'

/** A variable, and the names that lead into it: `order`, `customer` of `order.customer`. */
export type VariablePath = readonly [string, ...string[]]

/**
 * What an expression (without the leading `=`) reads from its variables, each path once, in the
 * order of the text. What the expression itself names is not among it: items of iterations,
 * parameters of functions, earlier entries of a context. Neither are names in the condition of a
 * filter, since they may be entries of its items. Nothing for text that cannot be compiled.
 */
export const freeVariables = (source: string): readonly VariablePath[] => {
  try {
    // It refuses what is too deep for the stack.
    compile(source)
    return distinct(read(parse(source), new Set()))
  } catch (error) {
    if (error instanceof FeelError) return []
    throw error
  }
}

type Names = ReadonlySet<string>

const read = (node: Syntax, bound: Names): readonly VariablePath[] => {
  const path = pathOf(node)
  if (path !== undefined) return bound.has(path[0]) ? [] : [path]
  switch (node.kind) {
    case 'context':
      return readContext(node, bound)
    case 'for':
      return readIteration(node, bound, ['partial'])
    case 'some':
    case 'every':
      return readIteration(node, bound)
    case 'function':
      return read(node.body, bound.union(new Set(node.parameters)))
    default:
      return partsOf(node).flatMap((part) => read(part, bound))
  }
}

/** Of names only: `a[1].b` reads all of `a`. */
const pathOf = (node: Syntax): VariablePath | undefined => {
  if (node.kind === 'name') return [node.name]
  const base = node.kind === 'path' ? pathOf(node.base) : undefined
  return base === undefined || node.kind !== 'path' ? undefined : [...base, node.name]
}

/** Entries see those before them, but for functions, which are no variables. */
const readContext = ({ entries }: ContextSyntax, bound: Names): readonly VariablePath[] => {
  const known = new Set(bound)
  return entries.flatMap(({ name, value }) => {
    const found = read(value, known)
    if (value.kind !== 'function') known.add(name)
    return found
  })
}

interface Iteration {
  readonly iterators: readonly Iterator[]
  readonly body: Syntax
}

/** Iterators do not see each other. */
const readIteration = (
  { iterators, body }: Iteration,
  bound: Names,
  more: readonly string[] = [],
): readonly VariablePath[] => {
  const items = new Set([...iterators.map(({ name }) => name), ...more])
  return [
    ...iterators
      .flatMap(({ from, to }) => [from, ...optional(to)])
      .flatMap((list) => read(list, bound)),
    ...read(body, bound.union(items)),
  ]
}

/** The parts of a node that names nothing, but for the condition of a filter. */
const partsOf = (node: Syntax): readonly Syntax[] => {
  switch (node.kind) {
    case 'path':
    case 'filter':
      return [node.base]
    case 'list':
      return node.items
    case 'call':
      return node.values
    case 'negation':
      return [node.operand]
    case 'instance of':
      return [node.value]
    case 'arithmetic':
    case 'comparison':
    case 'and':
    case 'or':
      return [node.left, node.right]
    case 'range':
      return [node.low, node.high]
    case 'between':
      return [node.value, node.low, node.high]
    case 'in':
      return [node.value, ...node.tests.map(testedWith)]
    case 'if':
      return [node.condition, node.whenTrue, node.otherwise]
    default:
      return []
  }
}

const testedWith = (test: UnaryTest): Syntax => {
  switch (test.kind) {
    case 'comparison':
      return test.end
    case 'range':
      return test.range
    case 'expression':
      return test.expression
  }
}

const optional = (node: Syntax | undefined): readonly Syntax[] => (node === undefined ? [] : [node])

const distinct = (paths: readonly VariablePath[]): readonly VariablePath[] => [
  ...new Map(paths.map((path) => [JSON.stringify(path), path])).values(),
]
