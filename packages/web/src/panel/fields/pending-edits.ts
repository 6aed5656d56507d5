/** Edits that wait for a pause of typing, each as what writes it. */
const pending = new Set<() => void>()

/** Remembers an edit until it is written; returns how to forget it. */
export const addPendingEdit = (write: () => void): (() => void) => {
  pending.add(write)
  return () => pending.delete(write)
}

/** Writes what is being typed at once: before a model is saved, deployed or left. */
export const writePendingEdits = (): void => {
  for (const write of [...pending]) write()
}
