import type { Value } from '../value.ts'
import { DaysDuration, MonthsDuration, temporalDuration } from './duration.ts'
import { dateProperty, dateText } from './fields.ts'
import { Moment } from './temporal-value.ts'

/** A day, wherever. */
export class DateValue extends Moment {
  readonly type = 'date'
  readonly date: Temporal.PlainDate

  constructor(date: Temporal.PlainDate) {
    super()
    this.date = date
  }

  equals(other: Value): boolean | null {
    return other instanceof DateValue ? this.date.equals(other.date) : null
  }

  compare(other: Value): number | null {
    return other instanceof DateValue ? Temporal.PlainDate.compare(this.date, other.date) : null
  }

  property(name: string): Value | undefined {
    return dateProperty(this.date, name)
  }

  override toString(): string {
    return dateText(this.date, '+')
  }

  /** A day and some hours is that day; an hour before it is the day before. */
  override plus(other: Value): Value {
    if (other instanceof MonthsDuration) {
      return new DateValue(this.date.add({ months: other.months }))
    }
    if (!(other instanceof DaysDuration)) return null
    return new DateValue(this.date.toPlainDateTime().add(temporalDuration(other)).toPlainDate())
  }

  override minus(other: Value): Value {
    if (other instanceof DateValue) {
      return DaysDuration.ofSeconds(other.date.until(this.date).days * 86_400)
    }
    return isDuration(other) ? this.plus(other.negated()) : null
  }
}

export const isDuration = (value: Value): value is DaysDuration | MonthsDuration =>
  value instanceof DaysDuration || value instanceof MonthsDuration
