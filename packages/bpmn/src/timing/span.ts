import { TimingError } from './timing-error.ts'

/** How long something lasts: months and days of the calendar, and an exact time. */
export interface Span {
  readonly months: number
  readonly days: number
  readonly milliseconds: number
}

const number = (unit: string): string => `(?:([+-]?\\d{1,9})${unit})?`
const seconds = '(?:([+-]?\\d{1,9}(?:[.,]\\d{0,9})?)S)?'
const pattern = new RegExp(
  `^([+-]?)P(?=.)${['Y', 'M', 'W', 'D'].map(number).join('')}` +
    `(?:T(?=.)${['H', 'M'].map(number).join('')}${seconds})?$`,
)

/** An ISO 8601 duration, with a sign before it or before any of its parts. Throws `TimingError`. */
export const readSpan = (text: string): Span => {
  const [whole, sign, ...parts] = pattern.exec(text) ?? []
  if (whole === undefined) throw noSpan(text)
  const factor = sign === '-' ? -1 : 1
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, rest = 0] = parts.map(
    (part) => factor * Number((part ?? '0').replace(',', '.')),
  )
  return {
    months: years * 12 + months,
    days: weeks * 7 + days,
    milliseconds: Math.trunc((hours * 60 + minutes) * 60_000 + rest * 1_000),
  }
}

const noSpan = (text: string): TimingError =>
  new TimingError(
    `"${text}" is no ISO 8601 duration. Write one such as PT15M, P1DT12H or P1M, with capitals.`,
  )

/** What is as much later. Throws `TimingError` beyond the calendar. */
export const after = (start: Temporal.ZonedDateTime, span: Span): Temporal.ZonedDateTime => {
  const { months, days, milliseconds } = span
  try {
    return start.add({ months }).add({ days }).add({ milliseconds })
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new TimingError('The time is beyond the calendar. Choose one that is nearer.')
  }
}
