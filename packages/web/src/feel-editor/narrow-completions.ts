import type { Completion, CompletionResult } from '@codemirror/autocomplete'

interface Place {
  /** Where the name begins. */
  readonly from: number
  readonly typed: string
}

/** Names of functions have spaces. */
const goesOn = /^[\p{L}\p{N}_ ]*$/u

/**
 * What begins with the text that is typed, then what has a word that does. CodeMirror itself also
 * takes scattered letters, and puts something over a name that it does not know.
 */
export const narrowed = (
  options: readonly Completion[],
  { from, typed }: Place,
): CompletionResult | null => {
  const wanted = typed.toLowerCase()
  const found = options
    .map((option) => ({ option, at: placeIn(option.label.toLowerCase(), wanted) }))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => Math.sign(a.at) - Math.sign(b.at))
  if (found.length === 0) return null
  return {
    from,
    options: found.map(({ option }) => option),
    filter: false,
    getMatch: ({ label }) => {
      const at = placeIn(label.toLowerCase(), wanted)
      return [at, at + wanted.length]
    },
    update: (_, start, end, { state }) => {
      const text = state.sliceDoc(start, end)
      return goesOn.test(text) ? narrowed(options, { from: start, typed: text }) : null
    },
  }
}

/** Where a word of the label begins with the text; -1 where none does. */
const placeIn = (label: string, wanted: string): number => {
  if (label.startsWith(wanted)) return 0
  const space = label.indexOf(` ${wanted}`)
  return space < 0 ? -1 : space + 1
}
