/**
 * A FEEL value. JSON values are FEEL values as they are, without a copy: numbers are doubles that
 * mean the decimal they print as, contexts are plain objects of which only own properties count,
 * a `JSON.rawJSON` is the number with its digits. Beside them: `Decimal`, functions, ranges.
 */
export type Value = unknown

/** A value as JSON; what JSON cannot hold (a function, a range) is null. */
export const toJson = (value: Value): unknown => value
