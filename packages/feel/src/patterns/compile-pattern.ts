import { RE2JS, RE2JSException } from 're2js'
import { FeelError } from '../errors.ts'
import { excerpt } from '../excerpt.ts'
import { limits } from '../limits.ts'
import { translatePattern } from './java-pattern.ts'
import { BadPattern, UnsupportedPattern } from './pattern-error.ts'

/**
 * Patterns run on RE2, whose time is linear in the text: one bad pattern in JavaScript's engine can
 * block the event loop for minutes, and no timer of the same thread can stop it.
 */
export type Pattern = ReturnType<typeof RE2JS.compile>

const known = new Map<string, Pattern | null>()

/**
 * A pattern of Java; null for what is none. Throws `FEEL_EVALUATION` for one that RE2 does not have,
 * and `FEEL_LIMIT` for one that is too long.
 */
export const compilePattern = (source: string, flags: string, testOnly = false): Pattern | null => {
  const key = `${testOnly}/${flags}/${source}`
  const found = known.get(key)
  if (found !== undefined) return found
  if (source.length > limits.patternLength || flags.length > limits.patternLength) {
    const message = `The pattern has more than ${limits.patternLength} characters. Make it shorter.`
    throw new FeelError('FEEL_LIMIT', message)
  }
  const pattern = compile(source, flags, testOnly)
  if (known.size >= limits.cachedPatterns) known.clear()
  known.set(key, pattern)
  return pattern
}

const compile = (source: string, flags: string, testOnly: boolean): Pattern | null => {
  try {
    const options = {
      dotAll: flags.includes('s'),
      comments: flags.includes('x'),
      multiline: flags.includes('m'),
      testOnly,
    }
    return RE2JS.compile(translatePattern(source, options), flagsOf(flags))
  } catch (error) {
    if (error instanceof UnsupportedPattern) throw unsupported(source, error.what)
    if (error instanceof BadPattern) return null
    if (!(error instanceof RE2JSException)) throw error
    if (/character class range/.test(error.message) && /\\[pP]/.test(source)) {
      throw unsupported(source, 'a class of characters that RE2 does not know')
    }
    return null
  }
}

const flagsOf = (flags: string): number =>
  (flags.includes('i') ? RE2JS.CASE_INSENSITIVE : 0) | (flags.includes('m') ? RE2JS.MULTILINE : 0)

const unsupported = (source: string, what: string): FeelError => {
  const message = `The pattern ${excerpt(source, 0)} has ${what}, which a search in linear time does not have. Write it without.`
  return new FeelError('FEEL_EVALUATION', message)
}
