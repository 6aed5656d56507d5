import { readDaysOfMonth, readDaysOfWeek, type DayTest } from './cron-days.ts'
import { readCronField } from './cron-field.ts'
import { TimingError } from './timing-error.ts'

/** When clocks show something that repeats, as Spring's cron says it. */
export interface Cron {
  readonly seconds: ReadonlySet<number>
  readonly minutes: ReadonlySet<number>
  readonly hours: ReadonlySet<number>
  readonly daysOfMonth: DayTest
  readonly months: ReadonlySet<number>
  readonly daysOfWeek: DayTest
}

const nicknames: ReadonlyMap<string, string> = new Map([
  ['@hourly', '0 0 * * * *'],
  ['@daily', '0 0 0 * * *'],
  ['@midnight', '0 0 0 * * *'],
  ['@weekly', '0 0 0 * * SUN'],
  ['@monthly', '0 0 0 1 * *'],
  ['@yearly', '0 0 0 1 1 *'],
  ['@annually', '0 0 0 1 1 *'],
])

const monthNames = [
  ...['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN'],
  ...['JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'],
]

/** Reads six parts, from the second to the day of the week, or a nickname. Throws `TimingError`. */
export const readCron = (text: string): Cron => {
  const parts = (nicknames.get(text) ?? text).split(/\s+/)
  const [second, minute, hour, dayOfMonth, month, dayOfWeek] = parts
  if (parts.length !== 6 || dayOfWeek === undefined) throw noCron(text)
  return {
    seconds: readCronField(second ?? '', { what: 'second', min: 0, max: 59 }),
    minutes: readCronField(minute ?? '', { what: 'minute', min: 0, max: 59 }),
    hours: readCronField(hour ?? '', { what: 'hour', min: 0, max: 23 }),
    daysOfMonth: readDaysOfMonth(dayOfMonth ?? ''),
    months: readCronField(month ?? '', {
      ...{ what: 'month', min: 1, max: 12 },
      ...{ names: monthNames, wraps: true },
    }),
    daysOfWeek: readDaysOfWeek(dayOfWeek),
  }
}

const noCron = (text: string): TimingError =>
  new TimingError(
    `"${text}" is no cycle. Write one such as R3/PT10M or R/PT1H, or cron with six parts such as ` +
      `0 0 9 * * MON-FRI, or one of ${[...nicknames.keys()].join(', ')}.`,
  )

/** 29 February is a given day of the week once in 40 years at the latest. */
const yearsMax = 40

/**
 * The next time that clocks in the zone show what the cron says, to the second. What they skip is
 * left out; what they show twice counts twice only where it is wanted each hour. Throws
 * `TimingError` where that never comes.
 */
export const nextOf = (cron: Cron, from: Temporal.ZonedDateTime): Temporal.ZonedDateTime => {
  let at = from
  let local = startOfSecond(from).add({ seconds: 1 })
  for (;;) {
    const found = nextLocal(cron, local)
    const change = at.getTimeZoneTransition('next')
    const instant = found.subtract({ nanoseconds: at.offsetNanoseconds }).toZonedDateTime('UTC')
    if (change === null || Temporal.Instant.compare(instant.toInstant(), change.toInstant()) < 0) {
      return instant.withTimeZone(from.timeZoneId)
    }
    local = afterChange(cron, at, change)
    at = change
  }
}

const startOfSecond = (at: Temporal.ZonedDateTime): Temporal.PlainDateTime =>
  at.toPlainDateTime().round({ smallestUnit: 'second', roundingMode: 'floor' })

/** Where clocks go on; those that were put back, only where each hour counts. */
const afterChange = (
  { hours }: Cron,
  before: Temporal.ZonedDateTime,
  change: Temporal.ZonedDateTime,
): Temporal.PlainDateTime => {
  const after = change.toPlainDateTime()
  if (hours.size === 24) return after
  const left = after.add({
    nanoseconds: before.offsetNanoseconds - change.offsetNanoseconds,
  })
  return Temporal.PlainDateTime.compare(left, after) > 0 ? left : after
}

/** The first that is not before. */
const nextLocal = (cron: Cron, from: Temporal.PlainDateTime): Temporal.PlainDateTime => {
  const today = from.toPlainDate()
  const time = nextTime(cron, from.toPlainTime())
  if (time !== undefined && isWanted(cron, today)) return today.toPlainDateTime(time)
  return nextDay(cron, today.add({ days: 1 })).toPlainDateTime(nextTime(cron, midnight))
}

const midnight = new Temporal.PlainTime()

const nextTime = (
  { hours, minutes, seconds }: Cron,
  from: Temporal.PlainTime,
): Temporal.PlainTime | undefined => {
  const wanted = [...hours].toSorted(ascending).filter((hour) => hour >= from.hour)
  for (const hour of wanted) {
    const isSameHour = hour === from.hour
    for (const minute of [...minutes].toSorted(ascending)) {
      if (isSameHour && minute < from.minute) continue
      const isSameMinute = isSameHour && minute === from.minute
      const left = [...seconds].filter((second) => !isSameMinute || second >= from.second)
      if (left.length > 0) return new Temporal.PlainTime(hour, minute, Math.min(...left))
    }
  }
  return undefined
}

const ascending = (a: number, b: number): number => a - b

/** Throws `TimingError`. */
const nextDay = (cron: Cron, from: Temporal.PlainDate): Temporal.PlainDate => {
  const end = from.year + yearsMax
  for (let month = from; month.year <= end; month = month.add({ months: 1 }).with({ day: 1 })) {
    if (!cron.months.has(month.month)) continue
    for (let { day } = month; day <= month.daysInMonth; day++) {
      const date = month.with({ day })
      if (isWanted(cron, date)) return date
    }
  }
  throw new TimingError('The day of the cron expression never comes. Choose one that does.')
}

const isWanted = (
  { months, daysOfMonth, daysOfWeek }: Cron,
  { month, day, daysInMonth: lastDay, dayOfWeek: weekday }: Temporal.PlainDate,
): boolean => {
  const tested = { day, lastDay, weekday }
  return months.has(month) && daysOfMonth(tested) && daysOfWeek(tested)
}
