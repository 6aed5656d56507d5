import { RE2JS } from 're2js'

/** What a text is checked against. */
export interface Pattern {
  readonly matches: (text: string) => boolean
}

/** In UTF-16 units, patterns, and steps of a search: one a unit of the text and part of the pattern. */
const limits = { patternLength: 1_000, cachedPatterns: 1_000, steps: 10_000_000 } as const

/**
 * The regular expression of a template, which may be anyone's: it is searched for in linear time,
 * since some would stop the browser for ever. That knows no look-around, so what one asks for is
 * not checked, but all else is. Undefined, and never a reason to complain, is what is too long, has
 * a back reference, or is no regular expression.
 */
export const patternOf = (source: string): Pattern | undefined => {
  const known = patterns.get(source)
  if (known !== undefined || patterns.has(source)) return known
  if (patterns.size >= limits.cachedPatterns) patterns.clear()
  const pattern = source.length > limits.patternLength ? undefined : compile(source)
  patterns.set(source, pattern)
  return pattern
}

const patterns = new Map<string, Pattern | undefined>()

const compile = (source: string): Pattern | undefined => {
  try {
    RegExp(source)
    const pattern = RE2JS.compile(RE2JS.translateRegExp(withoutLookAround(source)))
    const lengthMax = limits.steps / pattern.programSize()
    return { matches: (text) => text.length > lengthMax || pattern.matcher(text).find() }
  } catch {
    return undefined
  }
}

/** Matches at least what the pattern does, since a look-around only forbids: it becomes empty. */
const withoutLookAround = (source: string): string => {
  let kept = ''
  let depth = 0
  for (const [token] of source.matchAll(tokens)) {
    const isBegin = depth === 0 && lookAround.test(token)
    if (isBegin) kept += '(?:)'
    if (isBegin || depth > 0) depth += token.startsWith('(') ? 1 : token === ')' ? -1 : 0
    else kept += token
  }
  return kept
}

const lookAround = /^\(\?<?[=!]/

/** Escapes, classes, begins of look-arounds, and single characters. */
const tokens = /\\[^]|\[(?:\\[^]|[^\]\\])*\]|\(\?<?[=!]|[^]/g
