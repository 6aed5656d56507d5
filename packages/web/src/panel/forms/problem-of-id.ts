import { panelWords as words } from '../words.ts'

const wellFormed = /^[\p{L}_][\p{L}\p{N}_.-]*$/u

/** What is wrong with a new id of an element. */
export const problemOfId = (id: string, isTaken: (id: string) => boolean): string | undefined => {
  if (!wellFormed.test(id)) return words.idMalformed
  return isTaken(id) ? words.idTaken(id) : undefined
}
