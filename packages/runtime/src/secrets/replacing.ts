/** Replaces all that is found in a text. */
export type Replace = (text: string, by: string) => string

/** Forms that are looked for before the whole. */
const beginningLength = 8

/**
 * Finds sequences, each of patterns one after the other. Where none begins, the whole is not even
 * made: to compile that of a token takes a tenth of a second, and hardly a system echoes one.
 */
export const replacing = (sequences: readonly (readonly string[])[]): Replace => {
  const beginning = new RegExp(anyOf(sequences.map((forms) => forms.slice(0, beginningLength))))
  let whole: RegExp | undefined
  return (text, by) => {
    if (!beginning.test(text)) return text
    whole ??= new RegExp(anyOf(sequences), 'g')
    return text.replaceAll(whole, by)
  }
}

const anyOf = (sequences: readonly (readonly string[])[]): string =>
  sequences.map((forms) => forms.join('')).join('|')
