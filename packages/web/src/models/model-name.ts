import { modelsWords } from './words.ts'

/** Characters; as many as the server takes. */
export const nameLengthMax = 200

/** What is wrong with the name of a model, in words; undefined where nothing is. */
export const nameProblem = (name: string): string | undefined => {
  if (name.trim() === '') return modelsWords.nameMissing
  return name.trim().length > nameLengthMax ? modelsWords.nameTooLong(nameLengthMax) : undefined
}

/** The name, with a number after it where one of that name is there already. */
export const freeName = (name: string, taken: readonly string[]): string => {
  const used = new Set(taken)
  let candidate = name
  for (let number = 2; used.has(candidate); number++) candidate = `${name} ${number}`
  return candidate
}

/** The name of the file that a model is exported as; `.bpmn` unless given. */
export const fileNameOf = (name: string, ending = '.bpmn'): string => {
  const plain = name
    .replaceAll(/[\p{Cc}\\/:*?"<>|]+/gu, '-')
    .replace(/^[\s.-]+/, '')
    .replace(/[\s.]+$/, '')
  return `${plain === '' ? 'model' : plain.slice(0, 100)}${ending}`
}
