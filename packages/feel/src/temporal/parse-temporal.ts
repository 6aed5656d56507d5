import { parseDaysDuration, parseDuration, parseMonthsDuration } from './parse-duration.ts'
import { DateValue } from './date.ts'
import { LocalDateTime, ZonedDateTime } from './date-time.ts'
import type { TemporalValue } from './temporal-value.ts'
import { LocalTime, ZonedTime } from './time.ts'
import { parseOffset, parseRegion, standardOffset, type Zone } from './zone.ts'

const datePattern = /^(-?(?:[1-9]\d{0,4})?\d{4})-([01]\d)-([0-3]\d)$/
const timePattern = /^(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?$/

/** Reads `2020-01-02`; null when it is none, also for a day that does not exist. */
export const parseDate = (text: string): DateValue | null => {
  const date = plainDate(text)
  return date === null ? null : new DateValue(date)
}

/** Reads a time of day, with an offset or zone or without. */
export const parseTime = (text: string): LocalTime | ZonedTime | null => {
  const [time, zoneText] = splitZone(text.replace(/^T/, ''))
  // Camunda asks for seconds where there is a zone.
  if (zoneText !== '' && !/:\d\d:\d\d/.test(time)) return null
  const found = plainTime(time.replace(/^24:00(?=$|:00$)/, '00:00'))
  if (found === null) return null
  if (zoneText === '') return new LocalTime(found)
  const zone = parseZoneText(zoneText)
  return zone === undefined ? null : new ZonedTime(found, standardOffset(zone), zone)
}

/** Reads a date and time, with an offset or zone or without; a date is its beginning. */
export const parseDateTime = (text: string): LocalDateTime | ZonedDateTime | null => {
  const at = text.indexOf('T')
  const date = plainDate(at < 0 ? text : text.slice(0, at))
  if (date === null) return null
  if (at < 0) return new LocalDateTime(date.toPlainDateTime())
  const [timeText, zoneText] = splitZone(text.slice(at + 1))
  const time = plainTime(timeText)
  if (time === null) return null
  const local = date.toPlainDateTime(time)
  if (zoneText === '') return new LocalDateTime(local)
  const zone = parseZoneText(zoneText)
  return zone === undefined ? null : ZonedDateTime.of(local, zone)
}

/** Reads what `@"..."` holds, whatever it is. */
export const parseTemporal = (text: string): TemporalValue | null =>
  parseDate(text) ??
  parseDateTime(text) ??
  parseMonthsDuration(text) ??
  parseDaysDuration(text) ??
  parseTime(text)

/** By the name of the function that a literal looks like. */
export const temporalLiterals: ReadonlyMap<string, (text: string) => TemporalValue | null> =
  new Map<string, (text: string) => TemporalValue | null>([
    ['@', parseTemporal],
    ['date', parseDate],
    ['time', parseTime],
    ['date and time', parseDateTime],
    ['duration', parseDuration],
  ])

const splitZone = (text: string): readonly [string, string] => {
  const at = text.search(/[Z@+-]/)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at)]
}

const parseZoneText = (text: string): Zone | undefined => {
  if (text.startsWith('@')) return parseRegion(text.slice(1))
  return /^(?:Z|[+-]\d\d:\d\d)$/.test(text) ? parseOffset(text) : undefined
}

const plainDate = (text: string): Temporal.PlainDate | null => {
  const match = datePattern.exec(text)
  if (match === null || match[1] === '-0000') return null
  const [year, month, day] = match.slice(1).map(Number)
  return orNull(() => new Temporal.PlainDate(year ?? 0, month ?? 0, day ?? 0))
}

const plainTime = (text: string): Temporal.PlainTime | null => {
  const match = timePattern.exec(text)
  if (match === null) return null
  const [, hour, minute, second = '0', fraction = ''] = match
  return orNull(() => timeOf(Number(hour), Number(minute), Number(second), fraction))
}

/** Throws `RangeError` for a time that no clock shows. */
export const timeOf = (
  hour: number,
  minute: number,
  second: number,
  fraction: string,
): Temporal.PlainTime => {
  const [milli, micro, nano] = fraction.padEnd(9, '0').match(/\d{3}/g)?.map(Number) ?? []
  return new Temporal.PlainTime(hour, minute, second, milli, micro, nano)
}

/** Null for what the calendar or the clock does not have. */
export const orNull = <Type>(make: () => Type): Type | null => {
  try {
    return make()
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
