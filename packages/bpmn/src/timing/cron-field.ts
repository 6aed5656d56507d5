import { TimingError } from './timing-error.ts'

/** One of the six parts of a cron expression that hold numbers. */
export interface CronField {
  /** As people call it. */
  readonly what: string
  readonly min: number
  readonly max: number
  /** Names of its values, from `min` on. */
  readonly names?: readonly string[]
  /** Whether a range may go on over the last value, as in FRI-MON. */
  readonly wraps?: boolean
}

/** The values that a part such as `1,5-9,10/5` lets through. Throws `TimingError`. */
export const readCronField = (text: string, field: CronField): ReadonlySet<number> =>
  new Set(text.split(',').flatMap((item) => valuesOf(item, field)))

const valuesOf = (item: string, field: CronField): readonly number[] => {
  const [range = '', step, ...others] = item.split('/')
  if (others.length > 0) throw wrongField(item, field)
  const [from = '', to, ...more] = range.split('-')
  if (more.length > 0) throw wrongField(item, field)
  const { min, max } = field
  const every = step === undefined ? 1 : stepOf(step, item, field)
  if (from === '*') {
    if (to !== undefined) throw wrongField(item, field)
    return series(min, max, every)
  }
  const first = valueOf(from, field)
  // 5/15 goes on to the end.
  if (to === undefined) return series(first, step === undefined ? first : max, every)
  const last = valueOf(to, field)
  if (first <= last) return series(first, last, every)
  if (field.wraps !== true) throw wrongField(item, field)
  const length = max - min + 1
  return series(first, last + length, every).map((value) => ((value - min) % length) + min)
}

const series = (first: number, last: number, step: number): readonly number[] =>
  Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, at) => first + at * step)

const stepOf = (text: string, item: string, field: CronField): number => {
  const step = /^\d{1,2}$/.test(text) ? Number(text) : 0
  if (step < 1 || step > field.max) throw wrongField(item, field)
  return step
}

/** A number or a name of the field. Throws `TimingError`. */
export const valueOf = (text: string, field: CronField): number => {
  const { min, max, names = [] } = field
  const named = names.indexOf(text.toUpperCase())
  if (named >= 0) return min + named
  const value = /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN
  if (value >= min && value <= max) return value
  throw wrongField(text, field)
}

export const wrongField = (text: string, { what, min, max, names }: CronField): TimingError => {
  const named = names === undefined ? '' : ` or names (${names[0]} to ${names.at(-1)})`
  return new TimingError(
    `"${text}" is no ${what} of a cron expression. Use numbers from ${min} to ${max}${named}, ` +
      'ranges such as 1-5, steps such as */5, or commas between them.',
  )
}
