/** Everything that the FEEL editor says. */
export const feelEditorWords = {
  snippets: {
    if: 'one value or another',
    for: 'a list from a list',
    some: 'true for at least one item',
    every: 'true for all items',
  },
} as const
