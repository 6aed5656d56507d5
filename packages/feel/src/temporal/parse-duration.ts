import { DaysDuration, MonthsDuration } from './duration.ts'

/** What Camunda takes from a variable, and what tells the two kinds apart. */
const monthsForm = /^-?P-?(?:\d+Y)?-?(?:\d+M)?$/
const daysForm = /^-?P(?:-?(?:\d+D)?(?:T-?(?:\d+H)?-?(?:\d+M)?-?(?:\d+(?:.\d*)?S)?)?)?$/

/** What Java makes of it. */
const months = /^([-+]?)P(?:([-+]?\d+)Y)?(?:([-+]?\d+)M)?$/
const days =
  /^([-+]?)P(?:([-+]?\d+)D)?(T(?:([-+]?\d+)H)?(?:([-+]?\d+)M)?(?:([-+]?)(\d+)(?:[.,](\d{0,9}))?S)?)?$/i

/** More digits are no duration of Java. */
const lengthMax = 100

/** Reads `P1Y2M`; null when it is none. */
export const parseMonthsDuration = (text: string): MonthsDuration | null => {
  if (text.length > lengthMax || !monthsForm.test(text)) return null
  const [whole = '', sign = '', years, rest] = months.exec(text) ?? []
  if (whole === '' || (years === undefined && rest === undefined)) return null
  const total = Number(years ?? 0) * 12 + Number(rest ?? 0)
  if (Math.abs(total) >= 2 ** 31) return null
  return new MonthsDuration(sign === '-' ? -total : total)
}

/** Reads `P1DT2H3M4.5S`; null when it is none. */
export const parseDaysDuration = (text: string): DaysDuration | null =>
  daysForm.test(text) ? parseLenientDays(text) : null

/** A duration in a literal, where Camunda also takes small letters and a plus. */
export const parseDuration = (text: string): MonthsDuration | DaysDuration | null =>
  monthsForm.test(text) ? parseMonthsDuration(text) : parseLenientDays(text)

/** A duration from a variable. */
export const parseStrictDuration = (text: string): MonthsDuration | DaysDuration | null =>
  monthsForm.test(text) ? parseMonthsDuration(text) : parseDaysDuration(text)

const parseLenientDays = (text: string): DaysDuration | null => {
  const match = text.length > lengthMax ? null : days.exec(text)
  // Something has to follow the P, and the T.
  if (match === null || /[PT]$/i.test(text)) return null
  const [, sign, day = '0', , hour = '0', minute = '0', secondSign = '', second = '0'] = match
  const nanoseconds = BigInt(second) * 1_000_000_000n + BigInt((match[8] ?? '').padEnd(9, '0'))
  const minutes = (big(day) * 24n + big(hour)) * 60n + big(minute)
  const total = minutes * 60_000_000_000n + (secondSign === '-' ? -nanoseconds : nanoseconds)
  if (total >= 2n ** 92n || total <= -(2n ** 92n)) return null
  return new DaysDuration(sign === '-' ? -total : total)
}

/** `BigInt` takes no plus. */
const big = (digits: string): bigint => BigInt(digits.replace('+', ''))
