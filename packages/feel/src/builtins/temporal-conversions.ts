import { FeelError } from '../errors.ts'
import { decimalOf, subtract, type Numeric } from '../numeric.ts'
import { withinCalendar } from '../temporal/arithmetic.ts'
import { DateValue } from '../temporal/date.ts'
import { LocalDateTime, ZonedDateTime } from '../temporal/date-time.ts'
import { DaysDuration, MonthsDuration } from '../temporal/duration.ts'
import { parseStrictDuration } from '../temporal/parse-duration.ts'
import { orNull, parseDate, parseDateTime, parseTime, timeOf } from '../temporal/parse-temporal.ts'
import { LocalTime, ZonedTime } from '../temporal/time.ts'
import { parseZone, utc, zoneOfOffset } from '../temporal/zone.ts'
import type { Value } from '../value.ts'
import { binary, ternary, unary, type Builtin, type Parameter } from './builtin.ts'
import { any, number, text, whole } from './parameters.ts'
import { plainDateOf } from './temporal.ts'

const toDate = (from: Value): Value => {
  if (typeof from === 'string') return parseDate(from)
  const date = plainDateOf(from)
  return date === undefined ? null : new DateValue(date)
}

const dateOf = (year: number, month: number, day: number): Value =>
  orNull(() => new DateValue(new Temporal.PlainDate(year, month, day)))

const toTime = (from: Value): Value => {
  if (typeof from === 'string') return parseTime(from)
  if (from instanceof LocalDateTime) return new LocalTime(from.local.toPlainTime())
  if (from instanceof ZonedDateTime) {
    return new ZonedTime(from.local.toPlainTime(), from.offset, from.zone)
  }
  return from instanceof DateValue ? new ZonedTime(new Temporal.PlainTime(), 0, utc) : null
}

/** A second may have a fraction, of which nine places count. */
const clockTime = (hour: number, minute: number, second: Numeric): Temporal.PlainTime | null => {
  const exact = decimalOf(second)
  const cut = exact.round(0, 'down')
  const fraction = decimalOf(subtract(exact, cut)).round(9, 'down').coefficient
  if (fraction < 0n) return null
  return orNull(() => timeOf(hour, minute, cut.toNumber(), String(fraction).padStart(9, '0')))
}

const hour = whole('hour')
const minute = whole('minute')
const second = number('second')

/** Without an offset the fraction of the second is lost, as measured in Camunda. */
const zonedTime = ([hours, minutes, seconds, offset = null]: readonly Value[]): Value => {
  const parts = [hour.read(hours ?? null), minute.read(minutes ?? null)] as const
  const exact = second.read(seconds ?? null)
  if (parts[0] === undefined || parts[1] === undefined || exact === undefined) return null
  if (offset === null) {
    const time = clockTime(parts[0], parts[1], decimalOf(exact).round(0, 'down'))
    return time === null ? null : new LocalTime(time)
  }
  if (!(offset instanceof DaysDuration)) return null
  const time = clockTime(parts[0], parts[1], exact)
  const zone = zoneOfOffset(Number(offset.wholeSeconds()))
  return time === null || zone?.offset === undefined ? null : new ZonedTime(time, zone.offset, zone)
}

/** A day with a time of day; or a date and time told in another zone. */
const dateTimeOf = (date: Value, time: Value): Value => {
  if (typeof time === 'string') return inZone(date, time)
  const day = plainDateOf(date)
  if (day === undefined) return null
  if (time instanceof LocalTime) return new LocalDateTime(day.toPlainDateTime(time.time))
  if (!(time instanceof ZonedTime)) return null
  return ZonedDateTime.of(day.toPlainDateTime(time.time), time.zone)
}

const inZone = (dateTime: Value, zoneName: string): Value => {
  const isLocal = dateTime instanceof LocalDateTime
  if (!isLocal && !(dateTime instanceof ZonedDateTime)) return null
  const zone = parseZone(zoneName)
  if (zone === undefined) {
    const message = `"${zoneName}" is no time zone. Use a name such as Europe/Berlin, or an offset.`
    throw new FeelError('FEEL_EVALUATION', message)
  }
  return isLocal
    ? ZonedDateTime.of(dateTime.local, zone)
    : ZonedDateTime.at(dateTime.epochNanoseconds, zone)
}

const day = (name: string): Parameter<Temporal.PlainDate> => ({ name, read: plainDateOf })

const monthsBetween = (from: Temporal.PlainDate, to: Temporal.PlainDate): Value =>
  new MonthsDuration(from.until(to, { largestUnit: 'months' }).months)

/** What makes dates, times and durations of texts, of their parts and of each other. */
export const temporalConversions: readonly Builtin[] = [
  unary('date', any('from'), toDate),
  ternary('date', [whole('year'), whole('month'), whole('day')], (parts) => dateOf(...parts)),
  unary('time', any('from'), toTime),
  ternary('time', [hour, minute, second], ([hours, minutes, seconds]) => {
    const time = clockTime(hours, minutes, seconds)
    return time === null ? null : new LocalTime(time)
  }),
  {
    name: 'time',
    parameters: ['hour', 'minute', 'second', 'offset'],
    variadic: false,
    call: zonedTime,
  },
  unary('date and time', text('from'), parseDateTime),
  binary('date and time', [any('date'), any('time')], (date, time) =>
    withinCalendar(() => dateTimeOf(date, time)),
  ),
  unary('duration', text('from'), parseStrictDuration),
  binary('years and months duration', [day('from'), day('to')], monthsBetween),
]
