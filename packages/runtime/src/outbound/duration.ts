import { jobTimeMsMax } from '@tenon/orchestration'

/** A duration that was read, or what a text must be instead: the end of a sentence. */
export type ReadDuration = { readonly ms: number } | { readonly expected: string }

const isoDuration = { expected: 'ISO-8601 duration, e.g. PT5M' }
const shorter = { expected: `at most ${jobTimeMsMax / 86_400_000} days` }

/**
 * Milliseconds of an ISO-8601 duration of days and shorter, such as `PT5M` or `P1DT2H`; parts of a
 * millisecond are rounded up. A day has 24 hours. A negative one is none.
 */
export const readDuration = (text: string): ReadDuration => {
  const ms = millisecondsOf(text)
  if (ms === undefined) return isoDuration
  return ms > jobTimeMsMax ? shorter : { ms }
}

const millisecondsOf = (text: string): number | undefined => {
  try {
    const duration = Temporal.Duration.from(text)
    const isOfDays = duration.years === 0 && duration.months === 0 && duration.weeks === 0
    return isOfDays && duration.sign >= 0 ? Math.ceil(duration.total('milliseconds')) : undefined
  } catch {
    // `from` has no form that answers instead of throwing.
    return undefined
  }
}
