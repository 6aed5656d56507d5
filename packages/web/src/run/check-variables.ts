import { findJsonMistake } from './json-mistake.ts'
import { runWords } from './words.ts'

/** What is wrong with the text of variables, in words; undefined where nothing is. */
export const checkVariables = (text: string): string | undefined => {
  if (text.trim() === '') return undefined
  const mistake = findJsonMistake(text)
  if (mistake === undefined)
    return text.trimStart().startsWith('{') ? undefined : runWords.notAnObject
  const { line, column, expected } = mistake
  return runWords.mistake(line, column, runWords.expected[expected])
}
