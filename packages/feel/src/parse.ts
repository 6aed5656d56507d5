import { parser } from 'lezer-feel'
import { FeelError } from './errors.ts'
import { namesWithKeywords } from './known-functions.ts'
import { limits } from './limits.ts'
import { excerpt } from './excerpt.ts'

export type Tree = ReturnType<typeof parser.parse>
export type TreeNode = Tree['topNode']

/**
 * What the grammar's tokenizer asks of the parse: the words of the name read so far, and the names
 * it must know. The grammar's own tracker collects every name in scope instead, which takes
 * quadratic time (2 s for 2,000 context entries) and reads `a-b` by what is in scope; Camunda's
 * grammar knows no scope either.
 */
interface NameInProgress {
  readonly tokens: readonly string[]
  contextCache(): typeof knownNames
}

const knownNames = {
  keys: new Set(namesWithKeywords),
  prefixes: new Set(
    namesWithKeywords.flatMap((name) => Array.from(name, (_, at) => name.slice(0, at + 1))),
  ),
}
const inProgress = (tokens: readonly string[]): NameInProgress => ({
  tokens,
  contextCache: () => knownNames,
})
const noName = inProgress([])

/** More words than any known name has; counting on would take quadratic time. */
const wordsMax = 8

const typesNamed = (...names: readonly string[]): ReadonlySet<number> =>
  new Set(parser.nodeSet.types.filter(({ name }) => names.includes(name)).map(({ id }) => id))
const words = typesNamed('Identifier')
const wholeNames = typesNamed('Name', 'VariableName', 'PathName')

const nameTracker = {
  start: noName,
  strict: false,
  shift: (name: NameInProgress) => name,
  reuse: (name: NameInProgress) => name,
  hash: () => 0,
  reduce: (name: NameInProgress, term: number, stack: End, input: Input): NameInProgress => {
    if (wholeNames.has(term)) return noName
    if (!words.has(term) || name.tokens.length === wordsMax) return name
    return inProgress([...name.tokens, read(input, stack.pos)])
  },
}

interface End {
  readonly pos: number
}
interface Input {
  readonly pos: number
  peek(offset: number): number
}

const read = (input: Input, end: number): string => {
  let text = ''
  for (let at = 0; input.pos + at < end; at++) text += String.fromCharCode(input.peek(at))
  return text
}

const expressionParser = parser.configure({
  top: 'Expression',
  dialect: 'camunda',
  contextTracker: nameTracker,
})

/** Throws `FEEL_SYNTAX` at the first place that does not fit the grammar, `FEEL_LIMIT` if too long. */
export const parse = (source: string): TreeNode => {
  if (source.length > limits.sourceLength) throw tooLong(source)
  if (source.trim() === '') {
    throw new FeelError('FEEL_SYNTAX', 'The expression is empty. Write a FEEL expression.', 0)
  }
  const tree = expressionParser.parse(source)
  requireNoError(tree, source)
  return tree.topNode
}

const requireNoError = (tree: Tree, source: string): void => {
  let depth = 0
  let deepest = 0
  tree.iterate({
    enter: ({ type, from }) => {
      deepest = Math.max(deepest, ++depth)
      // The parser gives up on what is very deep, and then reports an error where there is none.
      if (type.isError) {
        throw deepest > limits.expressionDepth ? tooDeep(from) : notFeel(source, from)
      }
    },
    leave: () => {
      depth--
    },
  })
}

const notFeel = (source: string, from: number): FeelError => {
  // The error starts where the last good token ends; the blank between says nothing.
  const position = from + (/^\s*/.exec(source.slice(from))?.[0].length ?? 0)
  const found = position < source.length ? excerpt(source, position) : 'the end'
  const message = `Position ${position} is not FEEL: unexpected ${found}. Correct it there or before.`
  return new FeelError('FEEL_SYNTAX', message, position)
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
