/** The name that was most likely meant, if any is near. */
export const closestName = (name: string, known: readonly string[]): string | undefined => {
  // More than half of a short name is not a slip but another name.
  const editsMax = Math.min(3, Math.ceil(name.length / 2))
  const [closest] = known
    .map((candidate) => ({ candidate, edits: editsBetween(name, candidate) }))
    .filter(({ edits }) => edits <= editsMax)
    .toSorted((left, right) => left.edits - right.edits)
  return closest?.candidate
}

/** Letters to insert, remove or replace (Levenshtein), by one row of the table at a time. */
const editsBetween = (from: string, to: string): number => {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (const [index, letter] of from.split('').entries()) {
    const next = [index + 1]
    for (const [column, other] of to.split('').entries()) {
      const replace = (row[column] ?? 0) + (letter === other ? 0 : 1)
      next.push(Math.min(replace, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1))
    }
    row = next
  }
  return row[to.length] ?? 0
}
