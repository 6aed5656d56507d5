import { findJsonMistake } from '../../../run/json-mistake.ts'
import { runWords } from '../../../run/words.ts'
import { requestWords } from '../../words.ts'

const words = requestWords.variables

/** A longer text is no word that lacks its quotes. */
const quotedCharactersMax = 60

/** What is wrong with the text of a value, in words; undefined where it is JSON. */
export const valueProblem = (text: string): string | undefined => {
  const value = text.trim()
  if (value === '') return words.valueMissing
  const mistake = findJsonMistake(text)
  if (mistake === undefined) return undefined
  if (isPlainText(value)) return words.quotesMissing(JSON.stringify(value))
  const { line, column, expected } = mistake
  return runWords.mistake(line, column, runWords.expected[expected])
}

/** What is wrong with the name of a new variable. */
export const nameProblem = (name: string): string | undefined =>
  name.trim() === '' ? words.nameMissing : undefined

/** A line that begins like a word, not like anything of JSON. */
const isPlainText = (value: string): boolean =>
  value.length <= quotedCharactersMax && /^[^"{}[\],:\d-].*$/u.test(value)
