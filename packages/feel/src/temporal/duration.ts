import { FeelError } from '../errors.ts'
import { isZero, numericOf, divide, requireInt, truncate, type Numeric } from '../numeric.ts'
import type { Value } from '../value.ts'
import { Moment, TemporalValue } from './temporal-value.ts'

/** The factor of a duration; a fraction is cut. */
const factorOf = (factor: Numeric): number => requireInt(truncate(factor), 'The factor')

/** Years and months, which have no fixed length. */
export class MonthsDuration extends TemporalValue {
  readonly type = 'years and months duration'
  readonly months: number

  constructor(months: number) {
    super()
    // Without -0, which would show.
    this.months = requireInt(months, 'The number of months') + 0
  }

  equals(other: Value): boolean | null {
    return other instanceof MonthsDuration ? this.months === other.months : null
  }

  compare(other: Value): number | null {
    return other instanceof MonthsDuration ? this.months - other.months : null
  }

  property(name: string): Value | undefined {
    if (name === 'years') return Math.trunc(this.months / 12) + 0
    return name === 'months' ? (this.months % 12) + 0 : undefined
  }

  override toString(): string {
    const total = Math.abs(this.months)
    if (total === 0) return 'P0Y'
    const years = Math.floor(total / 12)
    const months = total % 12
    const sign = this.months < 0 ? '-' : ''
    return `${sign}P${years === 0 ? '' : `${years}Y`}${months === 0 ? '' : `${months}M`}`
  }

  override plus(other: Value): Value {
    if (other instanceof MonthsDuration) return new MonthsDuration(this.months + other.months)
    return other instanceof Moment ? other.plus(this) : null
  }

  override minus(other: Value): Value {
    return other instanceof MonthsDuration ? this.plus(other.negated()) : null
  }

  times(factor: Numeric): MonthsDuration {
    return new MonthsDuration(this.months * factorOf(factor))
  }

  /** By a number, or by a duration to get a number; null by 0. Fractions are cut. */
  dividedBy(other: Value): Value {
    if (other instanceof MonthsDuration) {
      return other.months === 0 ? null : Math.trunc(this.months / other.months) + 0
    }
    const divisor = numericOf(other)
    const quotient = divisor === undefined ? null : divide(this.months, divisor)
    return quotient === null ? null : new MonthsDuration(truncate(quotient))
  }

  negated(): MonthsDuration {
    return new MonthsDuration(-this.months)
  }

  get isNegative(): boolean {
    return this.months < 0
  }
}

const nanosecondsPerSecond = 1_000_000_000n
const nanosecondsPerMillisecond = 1_000_000n
/** The longest of Java. */
const nanosecondsMax = 2n ** 63n * nanosecondsPerSecond

/** Days, hours, minutes and seconds: a length of time. A day has 24 hours. */
export class DaysDuration extends TemporalValue {
  readonly type = 'days and time duration'
  readonly nanoseconds: bigint

  constructor(nanoseconds: bigint) {
    super()
    if (nanoseconds >= nanosecondsMax || nanoseconds <= -nanosecondsMax) {
      throw new FeelError('FEEL_EVALUATION', 'The duration is too long. Check the operands.')
    }
    this.nanoseconds = nanoseconds
  }

  static ofSeconds(seconds: number): DaysDuration {
    return new DaysDuration(BigInt(seconds) * nanosecondsPerSecond)
  }

  equals(other: Value): boolean | null {
    return other instanceof DaysDuration ? this.nanoseconds === other.nanoseconds : null
  }

  compare(other: Value): number | null {
    if (!(other instanceof DaysDuration)) return null
    return this.nanoseconds < other.nanoseconds ? -1 : this.nanoseconds > other.nanoseconds ? 1 : 0
  }

  property(name: string): Value | undefined {
    const part = this.#parts().find(([property]) => property === name)
    return part === undefined ? undefined : Number(part[1])
  }

  /** Without fractions of a second: Camunda drops them. */
  override toString(): string {
    const sign = this.wholeSeconds() < 0n ? '-' : ''
    const [days = '', hours = '', minutes = '', seconds = ''] = this.#parts().map(
      ([, amount, unit]) => (amount === 0n ? '' : `${amount < 0n ? -amount : amount}${unit}`),
    )
    const time = hours + minutes + seconds
    const text = days + (time === '' ? '' : `T${time}`)
    return text === '' ? 'P0D' : `${sign}P${text}`
  }

  override plus(other: Value): Value {
    if (other instanceof DaysDuration) {
      return new DaysDuration(this.nanoseconds + other.nanoseconds)
    }
    return other instanceof Moment ? other.plus(this) : null
  }

  override minus(other: Value): Value {
    return other instanceof DaysDuration ? this.plus(other.negated()) : null
  }

  times(factor: Numeric): DaysDuration {
    return new DaysDuration(this.nanoseconds * BigInt(factorOf(factor)))
  }

  /** By a number, or by a duration to get a number, in whole milliseconds; null by 0. */
  dividedBy(other: Value): Value {
    if (other instanceof DaysDuration) return this.#ratio(other)
    const divisor = numericOf(other)
    if (divisor === undefined || isZero(divisor)) return null
    const quotient = divide(Number(this.#milliseconds()), divisor)
    const milliseconds = requireInt(truncate(quotient ?? 0), 'The quotient in milliseconds')
    return new DaysDuration(BigInt(milliseconds) * nanosecondsPerMillisecond)
  }

  negated(): DaysDuration {
    return new DaysDuration(-this.nanoseconds)
  }

  get isNegative(): boolean {
    return this.nanoseconds < 0n
  }

  /** Rounded down, also below 0, as Java keeps it. */
  wholeSeconds(): bigint {
    const seconds = this.nanoseconds / nanosecondsPerSecond
    return this.nanoseconds % nanosecondsPerSecond < 0n ? seconds - 1n : seconds
  }

  #ratio(other: DaysDuration): Value {
    if (other.nanoseconds === 0n) return null
    const divisor = other.#milliseconds()
    if (divisor === 0n) {
      const message = 'The divisor is shorter than a millisecond. Divide by a longer duration.'
      throw new FeelError('FEEL_EVALUATION', message)
    }
    return Number(this.#milliseconds() / divisor)
  }

  #milliseconds(): bigint {
    return this.nanoseconds / nanosecondsPerMillisecond
  }

  #parts(): readonly (readonly [string, bigint, string])[] {
    const seconds = this.wholeSeconds()
    return [
      ['days', seconds / 86_400n, 'D'],
      ['hours', (seconds / 3_600n) % 24n, 'H'],
      ['minutes', (seconds / 60n) % 60n, 'M'],
      ['seconds', seconds % 60n, 'S'],
    ]
  }
}

/** The length of time as Temporal has it; exact, however long. */
export const temporalDuration = ({ nanoseconds }: DaysDuration): Temporal.Duration =>
  Temporal.Duration.from({
    seconds: Number(nanoseconds / nanosecondsPerSecond),
    nanoseconds: Number(nanoseconds % nanosecondsPerSecond),
  })
