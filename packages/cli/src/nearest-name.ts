/** The name that was most likely meant; undefined where none is near. */
export const nearestName = (name: string, known: readonly string[]): string | undefined => {
  const editsMax = Math.min(3, Math.ceil(name.length / 2))
  return known
    .map((candidate) => ({ candidate, edits: editsBetween(name, candidate) }))
    .filter(({ edits }) => edits <= editsMax)
    .toSorted((left, right) => left.edits - right.edits)[0]?.candidate
}

/** Letters to insert, remove or replace (Levenshtein), one row of the table at a time. */
const editsBetween = (from: string, to: string): number => {
  const first = Array.from({ length: to.length + 1 }, (_, column) => column)
  const last = from
    .split('')
    .reduce((row, letter, index) => nextRow(row, letter, index + 1, to), first)
  return last[to.length] ?? 0
}

const nextRow = (row: readonly number[], letter: string, start: number, to: string): number[] => {
  const next = [start]
  for (let column = 0; column < to.length; column++) {
    const replace = (row[column] ?? 0) + (letter === to[column] ? 0 : 1)
    next.push(Math.min(replace, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1))
  }
  return next
}
