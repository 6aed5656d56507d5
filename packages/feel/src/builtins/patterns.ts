import { size, type Budget } from '../limits.ts'
import { compilePattern, type Pattern } from '../patterns/compile-pattern.ts'
import { expand, parseReplacement } from '../patterns/replacement.ts'
import type { Value } from '../value.ts'
import { binary, ternary, type Builtin, type Parameter } from './builtin.ts'
import { text } from './parameters.ts'

/** RE2 looks at each character once for all that may match there: about what steps are for. */
const charactersPerStep = 16

/**
 * Characters that a search can read past the match that it finds, as that of `a.*b|a` does in a text
 * without b: then each further search starts over. Without a repetition that has no end it reads no
 * more characters than the pattern has instructions.
 */
const reachOf = (pattern: Pattern, source: string): number => {
  if (!/\||\)[*+?{]/.test(source)) return 0
  return /[*+]|\{\d+,\}/.test(source) ? Infinity : pattern.programSize()
}

/** Characters that a search which starts over reads in one step. */
const aheadPerStep = 8

/** Finds the next match, and charges for it. */
const finder = (pattern: Pattern, search: Search, budget: Budget) => {
  const matcher = pattern.matcher(search.input)
  const reach = reachOf(pattern, search.pattern)
  let end = 0
  const find = (): boolean => {
    const ahead = Math.min(reach, search.input.length - end)
    budget.spend(1 / charactersPerStep + ahead / aheadPerStep)
    const found = matcher.find()
    if (found) end = matcher.end()
    return found
  }
  return { matcher, find }
}

interface Search {
  readonly input: string
  readonly pattern: string
  readonly flags: string
}

/** Null for what is no pattern, as in Camunda. */
const withPattern = <Result extends Value>(
  { input, pattern, flags }: Search,
  budget: Budget,
  apply: (compiled: Pattern) => Result,
  testOnly = false,
): Result | null => {
  const places = Math.ceil(input.length / charactersPerStep)
  budget.spend(pattern.length + places * Math.ceil((pattern.length + 1) / charactersPerStep))
  const compiled = compilePattern(pattern, flags, testOnly)
  if (compiled === null) return null
  // To compile it takes as long as it is written out: `a{900}` is 900 instructions.
  budget.spend(compiled.programSize())
  return apply(compiled)
}

const matches = (search: Search, budget: Budget): Value =>
  withPattern(search, budget, (pattern) => pattern.matcher(search.input).find(), true)

/** The replacement is read only when there is something to replace. */
const replace = (search: Search, replacement: string, budget: Budget): Value =>
  withPattern(search, budget, (pattern) => {
    const { matcher, find } = finder(pattern, search, budget)
    if (!find()) return search.input
    const names = new Set(Object.keys(pattern.namedGroups()))
    const pieces = parseReplacement(replacement, matcher.groupCount(), names)
    if (pieces === null) return null
    let result = ''
    let end = 0
    do {
      const made = search.input.slice(end, matcher.start()) + expand(pieces, matcher)
      budget.spend(1)
      budget.produce(made.length * size.character)
      result += made
      end = matcher.end()
    } while (find())
    return result + search.input.slice(end)
  })

/** Keeps what is empty; only an empty match at the very beginning splits nothing off. */
const split = (search: Search, budget: Budget): Value =>
  withPattern(search, budget, (pattern) => {
    const { matcher, find } = finder(pattern, search, budget)
    const parts: string[] = []
    let end = 0
    while (find()) {
      if (matcher.end() === 0) continue
      parts.push(search.input.slice(end, matcher.start()))
      end = matcher.end()
      budget.produce(size.item)
    }
    budget.produce(search.input.length * size.character)
    return [...parts, search.input.slice(end)]
  })

const extract = (search: Search, budget: Budget): Value =>
  withPattern(search, budget, (pattern) => {
    const { matcher, find } = finder(pattern, search, budget)
    const found: string[] = []
    while (find()) {
      const match = matcher.group() ?? ''
      found.push(match)
      budget.produce(size.item + match.length * size.character)
    }
    return found
  })

const input = text('input')
const pattern = text('pattern')
const flags = text('flags')
const parameters = [input, pattern, text('replacement')] as const

const replaceWithFlags: Builtin = {
  name: 'replace',
  parameters: [...parameters, flags].map(({ name }) => name),
  variadic: false,
  call: (values, budget) => {
    const [source, expression, replacement, letters] = values.map(readText)
    if (source === undefined || expression === undefined) return null
    if (replacement === undefined || letters === undefined) return null
    return replace({ input: source, pattern: expression, flags: letters }, replacement, budget)
  },
}

const readText: Parameter<string>['read'] = (value) =>
  typeof value === 'string' ? value : undefined

/** Patterns are Java's, as far as they can be searched in linear time. */
export const patterns: readonly Builtin[] = [
  binary('matches', [input, pattern], (source, expression, budget) =>
    matches({ input: source, pattern: expression, flags: '' }, budget),
  ),
  ternary('matches', [input, pattern, flags], ([source, expression, letters], budget) =>
    matches({ input: source, pattern: expression, flags: letters }, budget),
  ),
  ternary('replace', parameters, ([source, expression, replacement], budget) =>
    replace({ input: source, pattern: expression, flags: '' }, replacement, budget),
  ),
  replaceWithFlags,
  binary('split', [text('string'), text('delimiter')], (source, delimiter, budget) =>
    split({ input: source, pattern: delimiter, flags: '' }, budget),
  ),
  binary('extract', [input, pattern], (source, expression, budget) =>
    extract({ input: source, pattern: expression, flags: '' }, budget),
  ),
]
