import { FeelError } from './errors.ts'
import { limits } from './limits.ts'
import { divideRounded, powerOfTen, type Rounding } from './rounding.ts'
import { NotJson } from './value.ts'

/** Significant digits of what is computed: IEEE 754 decimal128, as in Camunda's FEEL. */
const precision = 34
const precisionBound = powerOfTen(precision)
/** Largest power of ten, and smallest place, of decimal128. */
const exponentMax = 6144
const scaleMax = 6176
/** Scales this far apart are never brought together: the digits would be many and change nothing. */
const alignableGap = 2 * limits.digits

/**
 * A decimal number: coefficient × 10^-scale. The scale is kept, since `string(1.10)` is "1.10";
 * two decimals of different scale can be equal. Immutable.
 */
export class Decimal extends NotJson {
  readonly coefficient: bigint
  readonly scale: number

  constructor(coefficient: bigint, scale: number) {
    super()
    this.coefficient = coefficient
    this.scale = scale
  }

  /** Reads `12`, `-1.50`, `.5`, `5.`, `+1e3`; undefined when the text is none of these. */
  static parse(text: string): Decimal | undefined {
    const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,9}))?$/.exec(text)
    const [, sign = '', whole = '', fraction = '', exponent = '0'] = match ?? []
    const digits = whole + fraction
    if (match === null || digits === '') return undefined
    const coefficient = BigInt(sign === '-' ? `-${digits}` : digits)
    const number = new Decimal(coefficient, fraction.length - Number(exponent))
    return digits.length > limits.digits ? fit(number) : requireRepresentable(number)
  }

  /** The decimal that a double prints as. */
  static of(number: number): Decimal {
    if (Number.isSafeInteger(number)) return new Decimal(BigInt(number), 0)
    const decimal = Decimal.parse(String(number))
    if (decimal === undefined) throw outOfRange()
    return decimal.#asJavaWrites(Math.abs(number))
  }

  add(other: Decimal): Decimal {
    if (this.coefficient === 0n) return other.#withZeros(this.scale)
    if (other.coefficient === 0n) return this.#withZeros(other.scale)
    const [left, right] = brought(this, other)
    const scale = Math.max(left.scale, right.scale)
    return fit(new Decimal(left.#at(scale) + right.#at(scale), scale))
  }

  subtract(other: Decimal): Decimal {
    return this.add(other.negate())
  }

  multiply(other: Decimal): Decimal {
    return fit(new Decimal(this.coefficient * other.coefficient, this.scale + other.scale))
  }

  /** As many trailing zeros as `12.00 / 4` suggests, no more. The divisor must not be 0. */
  divide(divisor: Decimal): Decimal {
    const scale = this.scale - divisor.scale
    if (this.coefficient === 0n) return new Decimal(0n, clampScale(scale))
    const shift = Math.max(0, precision + 2 + divisor.#digits() - this.#digits())
    const dividend = this.coefficient * powerOfTen(shift)
    const quotient = dividend / divisor.coefficient
    if (dividend % divisor.coefficient === 0n) {
      return fit(new Decimal(quotient, scale + shift).#withoutZeros(scale))
    }
    // One more digit that is not 0 keeps what follows from looking like an exact half.
    const sticky = this.#sign() * divisor.#sign() < 0 ? -1n : 1n
    return fit(new Decimal(quotient * 10n + sticky, scale + shift + 1))
  }

  /** What is left of a division cut to a whole number; has the dividend's sign. */
  remainder(divisor: Decimal): Decimal {
    if (this.#exponent() - divisor.#exponent() > precision) throw outOfRange()
    if (divisor.#exponent() - this.#exponent() > alignableGap) return this
    const scale = Math.max(this.scale, divisor.scale)
    return fit(new Decimal(this.#at(scale) % divisor.#at(scale), scale))
  }

  /** A whole power. 0 to a negative power is refused. */
  power(exponent: number): Decimal {
    if (exponent >= 0) return fit(this.#raised(exponent))
    if (this.coefficient === 0n) throw outOfRange('0 has no negative power.')
    return one.divide(this.#raised(-exponent))
  }

  /** With guard digits, so that the errors of some 30 roundings stay below the last digit. */
  #raised(exponent: number): Decimal {
    const digits = precision + String(exponent).length + 1
    let result = one
    // From the highest bit down, as Java does: the roundings are the same.
    for (const bit of exponent.toString(2)) {
      result = fit(result.#times(result), digits)
      if (bit === '1') result = fit(result.#times(this), digits)
    }
    return result
  }

  negate(): Decimal {
    return new Decimal(-this.coefficient, this.scale)
  }

  absolute(): Decimal {
    return this.coefficient < 0n ? this.negate() : this
  }

  /** -1, 0 or 1. */
  compare(other: Decimal): number {
    if (this.#sign() !== other.#sign()) return this.#sign() < other.#sign() ? -1 : 1
    const [left, right] = brought(this, other)
    const scale = Math.max(left.scale, right.scale)
    const difference = left.#at(scale) - right.#at(scale)
    return difference < 0n ? -1 : difference > 0n ? 1 : 0
  }

  /** With so many places; zeros are added, other digits rounded away. */
  round(scale: number, rounding: Rounding): Decimal {
    if (Math.abs(scale) > scaleMax) throw outOfRange(`A scale of ${scale} is beyond ${scaleMax}.`)
    const drop = this.scale - scale
    if (drop <= 0) {
      const digits = this.#digits() - drop
      if (digits > limits.digits) throw outOfRange(`That would be ${digits} digits.`)
      return new Decimal(this.#at(scale), scale)
    }
    return new Decimal(dropDigits(this, drop, rounding), scale)
  }

  isWhole(): boolean {
    return this.scale <= 0 || this.compare(this.round(0, 'down')) === 0
  }

  /** The equal decimal without trailing zeros: equal numbers get the same. */
  shortest(): Decimal {
    return this.coefficient === 0n ? zero : this.#withoutZeros(-Infinity)
  }

  /** Without a fraction and trailing zeros, as a whole number; its size is bounded by decimal128. */
  toBigInt(): bigint {
    return this.round(0, 'down').coefficient
  }

  /** The nearest double. */
  toNumber(): number {
    return Number(this.toString())
  }

  /** Plain while that is short, else as `1.5E+40`: the notation of Java's BigDecimal. */
  override toString(): string {
    const sign = this.coefficient < 0n ? '-' : ''
    const digits = this.absolute().coefficient.toString()
    if (this.scale === 0) return sign + digits
    const exponent = digits.length - 1 - this.scale
    if (this.scale < 0 || exponent < -6) return sign + scientific(digits, exponent)
    const padded = digits.padStart(this.scale + 1, '0')
    return `${sign}${padded.slice(0, -this.scale)}.${padded.slice(-this.scale)}`
  }

  /** Java's notation of a very small or large double has a digit after the point: `1.0E-7`. */
  #asJavaWrites(size: number): Decimal {
    const isPlain = size >= 1e-3 && size < 1e7
    return isPlain || this.#digits() > 1
      ? this
      : new Decimal(this.coefficient * 10n, this.scale + 1)
  }

  #times(other: Decimal): Decimal {
    return new Decimal(this.coefficient * other.coefficient, this.scale + other.scale)
  }

  #sign(): number {
    return this.coefficient < 0n ? -1 : this.coefficient > 0n ? 1 : 0
  }

  #digits(): number {
    return countDigits(this.coefficient)
  }

  /** Of the first digit: 123 has 2. */
  #exponent(): number {
    return this.#digits() - 1 - this.scale
  }

  /** The coefficient at a scale not smaller than its own. */
  #at(scale: number): bigint {
    return scale === this.scale
      ? this.coefficient
      : this.coefficient * powerOfTen(scale - this.scale)
  }

  #withZeros(scale: number): Decimal {
    const room = Math.max(0, precision - this.#digits())
    const wanted = Math.min(scale, this.coefficient === 0n ? scale : this.scale + room)
    return fit(wanted > this.scale ? new Decimal(this.#at(wanted), wanted) : this)
  }

  #withoutZeros(scale: number): Decimal {
    let { coefficient, scale: at } = this
    while (at > scale && coefficient % 10n === 0n) {
      coefficient /= 10n
      at--
    }
    return new Decimal(coefficient, at)
  }

  /** What stands for a number too small to change more than the rounding of `large`. */
  static speckBeside(large: Decimal, small: Decimal): Decimal {
    const scale = Math.max(large.scale, precision - large.#exponent()) + 3
    return new Decimal(BigInt(small.#sign()), scale)
  }

  /** How many powers of ten lie between the first digits. */
  static distance(left: Decimal, right: Decimal): number {
    return left.#exponent() - right.#exponent()
  }
}

const zero = new Decimal(0n, 0)
const one = new Decimal(1n, 0)

/** Makes two scales safe to align, whatever the exponents: else `1E+6000 + 1` has 6,000 digits. */
const brought = (left: Decimal, right: Decimal): readonly [Decimal, Decimal] => {
  if (Math.abs(left.scale - right.scale) <= alignableGap) return [left, right]
  const distance = Decimal.distance(left, right)
  if (distance > alignableGap) return [left, Decimal.speckBeside(left, right)]
  if (distance < -alignableGap) return [Decimal.speckBeside(right, left), right]
  return [left, right]
}

const fit = (number: Decimal, digits = precision): Decimal => {
  const { coefficient } = number
  if (digits === precision && coefficient < precisionBound && coefficient > -precisionBound) {
    return requireRepresentable(number)
  }
  const excess = countDigits(coefficient) - digits
  if (excess <= 0) return requireRepresentable(number)
  const rounded = dropDigits(number, excess, 'half even')
  const result = new Decimal(rounded, number.scale - excess)
  // 99…9 rounds up to one digit more.
  return countDigits(rounded) > digits ? fit(result, digits) : requireRepresentable(result)
}

const dropDigits = (number: Decimal, digits: number, rounding: Rounding): bigint => {
  // All digits and more go: only the sign is left to round.
  const drop = Math.min(digits, countDigits(number.coefficient) + 1)
  return divideRounded(number.coefficient, powerOfTen(drop), rounding)
}

const countDigits = (coefficient: bigint): number => {
  const text = coefficient.toString()
  return text.length - (coefficient < 0n ? 1 : 0)
}

const clampScale = (scale: number): number => Math.max(-exponentMax, Math.min(scaleMax, scale))

const requireRepresentable = (number: Decimal): Decimal => {
  if (Math.abs(number.scale) < exponentMax - 2 * limits.digits) return number
  if (number.coefficient === 0n) return new Decimal(0n, clampScale(number.scale))
  const exponent = countDigits(number.coefficient) - 1 - number.scale
  if (exponent > exponentMax) throw outOfRange()
  return number.scale > scaleMax ? number.round(scaleMax, 'half even') : number
}

const scientific = (digits: string, exponent: number): string => {
  const fraction = digits.length > 1 ? `.${digits.slice(1)}` : ''
  return `${digits.charAt(0)}${fraction}E${exponent < 0 ? '-' : '+'}${Math.abs(exponent)}`
}

const outOfRange = (reason = 'It has no finite decimal of at most 10^6144.'): FeelError =>
  new FeelError(
    'FEEL_EVALUATION',
    `The number cannot be represented. ${reason} Check the operands.`,
  )
