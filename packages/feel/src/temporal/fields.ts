import type { Value } from '../value.ts'

/** Two digits or more. */
export const padded = (number: number, digits = 2): string => String(number).padStart(digits, '0')

/** A year before 1000 has zeros; one beyond 9999 a plus, where the notation has one. */
export const yearText = (year: number, plus: '+' | ''): string =>
  (year < 0 ? '-' : year > 9999 ? plus : '') + padded(Math.abs(year), 4)

export const dateText = (
  { year, month, day }: Temporal.PlainDate | Temporal.PlainDateTime,
  plus: '+' | '',
): string => `${yearText(year, plus)}-${padded(month)}-${padded(day)}`

const nanosecondsIn = (time: Temporal.PlainTime | Temporal.PlainDateTime): number =>
  time.millisecond * 1_000_000 + time.microsecond * 1_000 + time.nanosecond

/** With seconds, and as many places as they need. */
export const timeText = (time: Temporal.PlainTime | Temporal.PlainDateTime): string => {
  const whole = `${padded(time.hour)}:${padded(time.minute)}:${padded(time.second)}`
  const nanoseconds = nanosecondsIn(time)
  return nanoseconds === 0 ? whole : `${whole}.${padded(nanoseconds, 9).replace(/0+$/, '')}`
}

/** Java's notation of a local time: no zero seconds, and fractions of 3, 6 or 9 places. */
export const shortTimeText = (time: Temporal.PlainTime): string => {
  const nanoseconds = nanosecondsIn(time)
  if (nanoseconds !== 0) {
    const whole = `${padded(time.hour)}:${padded(time.minute)}:${padded(time.second)}`
    return `${whole}.${padded(nanoseconds, 9).replace(/(?:000){1,2}$/, '')}`
  }
  const minutes = `${padded(time.hour)}:${padded(time.minute)}`
  return time.second === 0 ? minutes : `${minutes}:${padded(time.second)}`
}

export const dateProperty = (
  date: Temporal.PlainDate | Temporal.PlainDateTime,
  name: string,
): Value | undefined => {
  switch (name) {
    case 'year':
      return date.year
    case 'month':
      return date.month
    case 'day':
      return date.day
    case 'weekday':
      return date.dayOfWeek
    default:
      return undefined
  }
}

export const timeProperty = (
  time: Temporal.PlainTime | Temporal.PlainDateTime,
  name: string,
): Value | undefined => {
  switch (name) {
    case 'hour':
      return time.hour
    case 'minute':
      return time.minute
    case 'second':
      return time.second
    default:
      return undefined
  }
}
