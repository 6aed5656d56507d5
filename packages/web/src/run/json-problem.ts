import { findJsonMistake } from './json-mistake.ts'
import { runWords } from './words.ts'

/** A longer text is no word that lacks its quotes. */
const quotedCharactersMax = 60

/** Why a text is not JSON, in words; undefined where it is. */
export const jsonProblem = (text: string): string | undefined => {
  const mistake = findJsonMistake(text)
  if (mistake === undefined) return undefined
  const { line, column, expected } = mistake
  const lines = text.split('\n')
  const rest = lines
    .slice(line - 1)
    .join('\n')
    .slice(column - 1)
  const isAll = rest.trim() === text.trim()
  const value = isAll ? text.trim() : (/^[^,}\]\n]*/.exec(rest)?.[0].trimEnd() ?? '')
  const isText = expected === 'value' && isPlainText(value)
  if (isText && isAll) return runWords.quotesMissing(JSON.stringify(value))
  const words = isText
    ? runWords.quotesMissingInside(JSON.stringify(value))
    : runWords.expected[expected]
  return runWords.mistake(line, column, words)
}

/** A line that begins like a word, not like anything of JSON. */
const isPlainText = (value: string): boolean =>
  value.length <= quotedCharactersMax && /^[^"{}[\],:\d-].*$/u.test(value)
