import { Decimal } from './decimal.ts'
import { FeelError } from './errors.ts'
import type { Budget } from './limits.ts'
import type { Value } from './value.ts'

/**
 * A number in computation. Whole numbers up to 2^53 are JavaScript's, for speed; any other double
 * means the decimal that it prints as.
 */
export type Numeric = number | Decimal

/** The number that a value is; undefined when it is none. */
export const numericOf = (value: Value): Numeric | undefined => {
  if (typeof value === 'number' || value instanceof Decimal) return value
  return JSON.isRawJSON(value) ? Decimal.parse(value.rawJSON) : undefined
}

export const decimalOf = (number: Numeric): Decimal =>
  typeof number === 'number' ? Decimal.of(number) : number

/** The same number in its fastest form that prints alike. */
export const simplest = (number: Decimal): Numeric => {
  if (number.scale !== 0) return number
  const double = Number(number.coefficient)
  return Number.isSafeInteger(double) ? double : number
}

const safe = Number.isSafeInteger

// Adding 0 turns -0, which FEEL does not have, into 0.
const whole = (left: Numeric, right: Numeric, result: number): boolean =>
  safe(left) && safe(right) && safe(result)

export const add = (left: Numeric, right: Numeric): Numeric => {
  if (typeof left === 'number' && typeof right === 'number') {
    const sum = left + right
    if (whole(left, right, sum)) return sum + 0
  }
  return simplest(decimalOf(left).add(decimalOf(right)))
}

export const subtract = (left: Numeric, right: Numeric): Numeric => {
  if (typeof left === 'number' && typeof right === 'number') {
    const difference = left - right
    if (whole(left, right, difference)) return difference + 0
  }
  return simplest(decimalOf(left).subtract(decimalOf(right)))
}

export const multiply = (left: Numeric, right: Numeric): Numeric => {
  if (typeof left === 'number' && typeof right === 'number') {
    const product = left * right
    if (whole(left, right, product)) return product + 0
  }
  return simplest(decimalOf(left).multiply(decimalOf(right)))
}

/** Null when the divisor is 0. */
export const divide = (left: Numeric, right: Numeric): Numeric | null => {
  if (isZero(right)) return null
  if (typeof left === 'number' && typeof right === 'number') {
    const quotient = left / right
    if (whole(left, right, quotient)) return quotient + 0
  }
  return simplest(decimalOf(left).divide(decimalOf(right)))
}

/** Takes the divisor's sign. Throws when it is 0. */
export const modulo = (dividend: Numeric, divisor: Numeric): Numeric => {
  if (isZero(divisor)) throw refused('The divisor of modulo is 0.')
  const by = decimalOf(divisor)
  const rest = decimalOf(dividend).remainder(by)
  return simplest(
    rest.coefficient !== 0n && isNegative(rest) !== isNegative(by) ? rest.add(by) : rest,
  )
}

/** Whole exponents are exact to 34 digits, others to a double. */
export const power = (base: Numeric, exponent: Numeric, budget: Budget): Numeric => {
  const times = toWhole(exponent)
  if (times === undefined) return ofDouble(toDouble(base) ** toDouble(exponent), '**')
  if (Math.abs(times) > 999_999_999) throw refused(`The exponent ${times} is too large.`)
  // Two products of many digits for each bit of the exponent.
  budget.spend(4 * (32 - Math.clz32(Math.abs(times))))
  return simplest(decimalOf(base).power(times))
}

export const negate = (number: Numeric): Numeric =>
  typeof number === 'number' ? 0 - number : number.negate()

/** Negative, 0 or positive. */
export const compareNumbers = (left: Numeric, right: Numeric): number => {
  if (typeof left === 'number' && typeof right === 'number') {
    return left < right ? -1 : left > right ? 1 : 0
  }
  return decimalOf(left).compare(decimalOf(right))
}

export const isZero = (number: Numeric): boolean =>
  typeof number === 'number' ? number === 0 : number.coefficient === 0n

export const isNegative = (number: Numeric): boolean =>
  typeof number === 'number' ? number < 0 : number.coefficient < 0n

export const isWhole = (number: Numeric): boolean => safe(number) || decimalOf(number).isWhole()

/** A whole number as a JavaScript number; undefined with a fraction. Inexact beyond 2^53. */
const toWhole = (number: Numeric): number | undefined => {
  if (typeof number === 'number' && safe(number)) return number
  return isWhole(number) ? toDouble(number) : undefined
}

/** Cuts the fraction, as Camunda does with scales and indices: of the decimal, not of its double. */
export const truncate = (number: Numeric): number =>
  number instanceof Decimal && number.scale > 0
    ? Number(number.toBigInt())
    : Math.trunc(toDouble(number)) + 0

/** Java counts some things in 32 bits, and wraps what is beyond: that would hurt more than an error. */
const intMax = 2 ** 31 - 1

/** A whole number that Camunda keeps in 32 bits. Throws when it is beyond. */
export const requireInt = (number: number, what: string): number => {
  if (Math.abs(number) <= intMax) return number
  const message = `${what} is beyond 32 bits, where Camunda's result would be wrong. Compute with a smaller one.`
  throw new FeelError('FEEL_EVALUATION', message)
}

export const toDouble = (number: Numeric): number =>
  typeof number === 'number' ? number : number.toNumber()

/** A result of binary floating point, such as a logarithm, written as Java writes a double. */
export const ofDouble = (double: number, operation: string): Numeric => {
  if (!Number.isFinite(double)) throw refused(`${operation} has no result for these numbers.`)
  if (!Number.isInteger(double)) return double
  if (Math.abs(double) < 1e7) return new Decimal(BigInt(double) * 10n, 1)
  const { coefficient, scale } = decimalOf(double).shortest()
  const hasOneDigit = coefficient > -10n && coefficient < 10n
  return hasOneDigit ? new Decimal(coefficient * 10n, scale + 1) : new Decimal(coefficient, scale)
}

export const numberText = (number: Numeric): string =>
  safe(number) ? String(number) : decimalOf(number).toString()

const refused = (what: string): FeelError =>
  new FeelError('FEEL_EVALUATION', `${what} Check the numbers.`)
