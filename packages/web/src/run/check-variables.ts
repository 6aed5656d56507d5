import { jsonProblem } from './json-problem.ts'
import { runWords } from './words.ts'

/** What is wrong with the text of variables, in words; undefined where nothing is. */
export const checkVariables = (text: string): string | undefined => {
  if (text.trim() === '') return undefined
  const isObject = text.trimStart().startsWith('{')
  return jsonProblem(text) ?? (isObject ? undefined : runWords.notAnObject)
}
