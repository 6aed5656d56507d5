import type { Variable } from './entities.ts'

/** Characters of a variable's value that a client gets who does not ask for all of it. */
export const untruncatedCharactersMax = 8_191

/** The variable with a value of at most `charactersMax` characters, which says if it was cut. */
export const truncateVariable = (
  variable: Variable,
  charactersMax = untruncatedCharactersMax,
): Variable => {
  const end = endOfCharacters(variable.value, charactersMax)
  if (end >= variable.value.length) return variable
  return { ...variable, value: variable.value.slice(0, end), isTruncated: true }
}

/** Where so many whole characters end; those beyond U+FFFF take two places of a string. */
const endOfCharacters = (text: string, count: number): number => {
  // Each character takes a place at least.
  if (text.length <= count) return text.length
  let end = 0
  for (let index = 0; index < count && end < text.length; index++) {
    end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1
  }
  return end
}
