import { NotJson, type Value } from '../value.ts'

/** The types of `instance of` that are about time. */
export type TemporalType =
  'date' | 'time' | 'date and time' | 'years and months duration' | 'days and time duration'

/**
 * A date, a time, both, or a duration. Null stands for what two values do not have together, as in
 * Camunda: a local and a zoned time neither compare nor subtract.
 */
export abstract class TemporalValue extends NotJson {
  abstract readonly type: TemporalType

  /** Structural: `10:00Z` and `11:00+01:00` are different, although neither is before the other. */
  abstract equals(other: Value): boolean | null

  /** Negative, 0 or positive. */
  abstract compare(other: Value): number | null

  /** A part by name, such as `year`; undefined when there is none of that name. */
  abstract property(name: string): Value | undefined

  /** As `string` shows it. */
  abstract override toString(): string

  /** As it leaves the expression; Camunda writes some values differently there. */
  jsonText(): string {
    return this.toString()
  }

  plus(_other: Value): Value {
    return null
  }

  minus(_other: Value): Value {
    return null
  }
}

/** What has a place in time: a date, a time, or both. A duration moves it. */
export abstract class Moment extends TemporalValue {}
