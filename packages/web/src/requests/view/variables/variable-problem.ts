import { jsonProblem } from '../../../run/json-problem.ts'
import { requestWords } from '../../words.ts'

const words = requestWords.variables

/** What is wrong with the text of a value, in words; undefined where it is JSON. */
export const valueProblem = (text: string): string | undefined =>
  text.trim() === '' ? words.valueMissing : jsonProblem(text)

/** What is wrong with the name of a new variable. */
export const nameProblem = (name: string): string | undefined =>
  name.trim() === '' ? words.nameMissing : undefined
