import { DateValue } from '../temporal/date.ts'
import { LocalDateTime, ZonedDateTime } from '../temporal/date-time.ts'
import type { Value } from '../value.ts'
import { unary, type Builtin, type Parameter } from './builtin.ts'

/** The day of a date, or of a date and time; undefined for anything else. */
export const plainDateOf = (value: Value): Temporal.PlainDate | undefined => {
  if (value instanceof DateValue) return value.date
  if (value instanceof LocalDateTime || value instanceof ZonedDateTime) {
    return value.local.toPlainDate()
  }
  return undefined
}

const day: Parameter<Temporal.PlainDate> = { name: 'date', read: plainDateOf }

const dayNames = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** What a day is called and counted, as ISO 8601 counts weeks. */
export const temporalFunctions: readonly Builtin[] = [
  unary('day of year', day, ({ dayOfYear }) => dayOfYear),
  unary('day of week', day, ({ dayOfWeek }) => dayNames[dayOfWeek - 1] ?? null),
  unary('week of year', day, ({ weekOfYear }) => weekOfYear ?? null),
  unary('month of year', day, ({ month }) => monthNames[month - 1] ?? null),
  unary('last day of month', day, (date) => new DateValue(date.with({ day: date.daysInMonth }))),
]
