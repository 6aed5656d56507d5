/** Which entries of a long list are shown: `from` until before `to`, or to the end without it. */
export interface ShownRange {
  readonly from: number
  readonly to: number | undefined
}

/** How many entries are shown at once, and how many more at a time. */
export const shownMax = 100

/** The last ones, also when more are added. */
export const latest = (total: number): ShownRange => ({
  from: Math.max(0, total - shownMax),
  to: undefined,
})

/** A range in which the entry with the index is. */
export const around = (index: number, total: number): ShownRange => {
  if (index >= latest(total).from) return latest(total)
  const from = Math.max(0, index - shownMax / 2)
  return { from, to: from + shownMax }
}

export const includes = ({ from, to = Infinity }: ShownRange, index: number): boolean =>
  from <= index && index < to

export const withEarlier = ({ from, to }: ShownRange): ShownRange => ({
  from: Math.max(0, from - shownMax),
  to,
})

export const withLater = ({ from, to }: ShownRange, total: number): ShownRange => ({
  from,
  to: to === undefined || to + shownMax >= total ? undefined : to + shownMax,
})
