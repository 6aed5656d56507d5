/**
 * Milliseconds of an ISO-8601 duration of days and shorter, such as `PT5M` or `P1DT2H`; undefined
 * for any other text and for a negative one. A day has 24 hours.
 */
export const parseDuration = (text: string): number | undefined => {
  try {
    const duration = Temporal.Duration.from(text)
    const isOfDays = duration.years === 0 && duration.months === 0 && duration.weeks === 0
    return isOfDays && duration.sign >= 0 ? duration.total('milliseconds') : undefined
  } catch {
    // `from` has no form that answers instead of throwing.
    return undefined
  }
}
