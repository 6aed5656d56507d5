/** What can be found, by its name and by what stands beside it. */
export interface Findable {
  readonly label: string
  readonly hint: string
}

/** The most that is shown. */
const shownMax = 12

/**
 * Those in which every word of the text occurs. First those whose name begins with the text, then
 * those that have it in their name; otherwise the order stays.
 */
export const matchEntries = <Entry extends Findable>(
  entries: readonly Entry[],
  text: string,
): readonly Entry[] => {
  const wanted = text.trim().toLowerCase()
  const words = wanted.split(/\s+/)
  const rankOf = ({ label }: Entry): number => {
    const name = label.toLowerCase()
    if (name.startsWith(wanted)) return 0
    return name.includes(wanted) ? 1 : 2
  }
  return entries
    .filter(({ label, hint }) => {
      const all = `${label} ${hint}`.toLowerCase()
      return words.every((word) => all.includes(word))
    })
    .toSorted((a, b) => rankOf(a) - rankOf(b))
    .slice(0, shownMax)
}
