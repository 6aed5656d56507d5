/**
 * Where clocks stand: an offset from UTC, or a named zone. Names are Java's, who knows fixed zones
 * such as `UTC+01:00` beside those of the tz database.
 */
export interface Zone {
  /** Null for an offset: it has no name. */
  readonly name: string | null
  /** Undefined where it depends on the date. */
  readonly offset: number | undefined
}

/** Seconds east of UTC that Java allows. */
const offsetMax = 18 * 3_600

export const utc: Zone = { name: null, offset: 0 }

export const zoneOfOffset = (seconds: number): Zone | undefined =>
  Math.abs(seconds) <= offsetMax ? { name: null, offset: seconds } : undefined

const offsetPattern = /^([+-])(\d{1,2})(?::?([0-5]\d)(?::?([0-5]\d))?)?$/

/** Reads `Z`, `+01:00`, `+01:00:30`, `+1` and `+0100`. */
export const parseOffset = (text: string): Zone | undefined => {
  if (text === 'Z') return utc
  const match = offsetPattern.exec(text)
  if (match === null) return undefined
  const [, sign, hours, minutes = '0', seconds = '0'] = match
  const total = Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds)
  return zoneOfOffset(sign === '-' ? -total : total)
}

const fixedPattern = /^(UTC|GMT|UT)([+-].+)$/

/** Reads what follows `@`: an offset has to be written out there. */
export const parseRegion = (text: string): Zone | undefined => {
  const [, , offset] = fixedPattern.exec(text) ?? []
  if (offset !== undefined && !/^[+-]\d\d(?::\d\d(?::\d\d)?)?$/.test(offset)) return undefined
  return parseZone(text)
}

/** Reads an offset or a zone's name; names count by case. */
export const parseZone = (text: string): Zone | undefined => {
  const [, prefix = '', fixed] = fixedPattern.exec(text) ?? []
  if (fixed === undefined) return parseOffset(text) ?? parseNamed(text)
  const offset = parseOffset(fixed)?.offset
  if (offset === undefined) return undefined
  return { name: offset === 0 ? prefix : prefix + offsetText(offset), offset }
}

const parseNamed = (name: string): Zone | undefined => {
  if (!/^[A-Za-z][\w~/.+-]+$/.test(name)) return undefined
  try {
    const known = new Temporal.ZonedDateTime(0n, name).timeZoneId
    return known === name ? { name, offset: undefined } : undefined
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

const two = (number: number): string => String(Math.floor(number)).padStart(2, '0')

/** `Z`, `+01:00`, and with seconds where there are some. */
export const offsetText = (offset: number): string => {
  if (offset === 0) return 'Z'
  const total = Math.abs(offset)
  const seconds = total % 60 === 0 ? '' : `:${two(total % 60)}`
  return `${offset < 0 ? '-' : '+'}${two(total / 3_600)}:${two((total / 60) % 60)}${seconds}`
}

/** A year late enough that a zone's rules have settled. */
const settledYear = 2030

/** By name, of zones that there are: finding one out takes some 50 µs. */
const standardOffsets = new Map<string, number>()

/** The offset of a zone outside of summer time, which is what a time without a date has. */
export const standardOffset = ({ name, offset }: Zone): number => {
  if (offset !== undefined || name === null) return offset ?? 0
  const known = standardOffsets.get(name) ?? leastOffset(name)
  standardOffsets.set(name, known)
  return known
}

/** The least of a year: Morocco keeps its standard offset for one month only. */
const leastOffset = (name: string): number => {
  const months = Array.from({ length: 12 }, (_, at) => at + 1)
  const offsets = months.map((month) => {
    const date = new Temporal.PlainDate(settledYear, month, 1)
    return date.toZonedDateTime(name).offsetNanoseconds / 1e9
  })
  return Math.min(...offsets)
}
