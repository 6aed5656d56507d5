import { NotJson, type Value } from './value.ts'

/** Two ends, each in or out of it: `[1..3)`. */
export class Range extends NotJson {
  readonly low: Value
  readonly high: Value
  readonly lowIncluded: boolean
  readonly highIncluded: boolean

  constructor(
    low: Value,
    high: Value,
    ends: { readonly lowIncluded: boolean; readonly highIncluded: boolean },
  ) {
    super()
    this.low = low
    this.high = high
    this.lowIncluded = ends.lowIncluded
    this.highIncluded = ends.highIncluded
  }
}
