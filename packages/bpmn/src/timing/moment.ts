import { TimingError } from './timing-error.ts'

/** With seconds or without, at an offset; the name of a zone may follow. */
const pattern =
  /^((?:\d{4}|[+-]\d{6})-\d\d-\d\dT\d\d:\d\d(?::[0-5]\d(?:[.]\d{1,9})?)?)(Z|[+-]\d\d(?::\d\d)?)(?:\[([^\]]+)\])?$/i

/**
 * A date and time such as `2027-01-31T09:00:00Z` or `2027-01-31T09:00:00+01:00[Europe/Berlin]`, of
 * which the offset counts, as in Zeebe. Throws `TimingError`.
 */
export const readMoment = (text: string): Temporal.ZonedDateTime => {
  const [, local, offset, zone] = pattern.exec(text) ?? []
  if (local === undefined || offset === undefined) throw noMoment(text)
  const instant = orUndefined(() => Temporal.Instant.from(local + offset))
  if (instant === undefined) throw noMoment(text)
  const fixed = offset.toUpperCase() === 'Z' ? 'UTC' : offset
  const named = zone === undefined ? undefined : orUndefined(() => instant.toZonedDateTimeISO(zone))
  return named ?? instant.toZonedDateTimeISO(fixed)
}

const noMoment = (text: string): TimingError =>
  new TimingError(
    `"${text}" is no date and time with an offset. Write one such as 2027-01-31T09:00:00Z or ` +
      '2027-01-31T09:00:00+01:00.',
  )

/** Undefined for what the calendar does not have. */
const orUndefined = <Type>(make: () => Type): Type | undefined => {
  try {
    return make()
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
