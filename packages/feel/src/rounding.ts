/** How a digit that goes away changes the one before it. */
export type Rounding = 'up' | 'down' | 'ceiling' | 'floor' | 'half up' | 'half down' | 'half even'

/** Camunda's names of roundings, in lower case. */
export const roundings: ReadonlyMap<string, Rounding> = new Map([
  ['up', 'up'],
  ['down', 'down'],
  ['ceiling', 'ceiling'],
  ['floor', 'floor'],
  ['half_up', 'half up'],
  ['half_down', 'half down'],
  ['half_even', 'half even'],
])

/** Divides by a positive divisor and rounds to a whole number. */
export const divideRounded = (dividend: bigint, divisor: bigint, rounding: Rounding): bigint => {
  const quotient = dividend / divisor
  const rest = dividend % divisor
  if (rest === 0n) return quotient
  const negative = dividend < 0n
  const twice = 2n * (negative ? -rest : rest)
  const half = twice < divisor ? -1 : twice > divisor ? 1 : 0
  if (!isAwayFromZero(rounding, { negative, half, odd: quotient % 2n !== 0n })) return quotient
  return quotient + (negative ? -1n : 1n)
}

interface Rest {
  readonly negative: boolean
  /** Below, at or above one half. */
  readonly half: number
  readonly odd: boolean
}

const isAwayFromZero = (rounding: Rounding, { negative, half, odd }: Rest): boolean => {
  switch (rounding) {
    case 'up':
      return true
    case 'down':
      return false
    case 'ceiling':
      return !negative
    case 'floor':
      return negative
    case 'half up':
      return half >= 0
    case 'half down':
      return half > 0
    case 'half even':
      return half > 0 || (half === 0 && odd)
  }
}

const powers: bigint[] = Array.from({ length: 256 }, (_, exponent) => 10n ** BigInt(exponent))

/** 10^exponent, for a whole exponent of at least 0. */
export const powerOfTen = (exponent: number): bigint => powers[exponent] ?? 10n ** BigInt(exponent)
