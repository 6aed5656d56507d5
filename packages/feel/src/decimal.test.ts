import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Decimal } from './decimal.ts'
import { divideRounded } from './rounding.ts'

const decimal = (text: string): Decimal => {
  const parsed = Decimal.parse(text)
  if (parsed === undefined) throw new Error(`${text} is no decimal.`)
  return parsed
}

const anyDecimal = fc
  .tuple(fc.bigInt(-(10n ** 34n) + 1n, 10n ** 34n - 1n), fc.integer({ min: -60, max: 60 }))
  .map(([coefficient, scale]) => new Decimal(coefficient, scale))
/** So small that sums and products of two are exact. */
const smallDecimal = fc
  .tuple(fc.bigInt(-(10n ** 15n), 10n ** 15n), fc.integer({ min: 0, max: 10 }))
  .map(([coefficient, scale]) => new Decimal(coefficient, scale))
const equal = (left: Decimal, right: Decimal): boolean => left.compare(right) === 0

describe('laws', () => {
  test('text and back is the same, scale and all', () => {
    fc.assert(
      fc.property(anyDecimal, (a) => {
        const back = decimal(a.toString())
        expect(back.coefficient).toBe(a.coefficient)
        expect(back.scale).toBe(a.scale)
      }),
    )
  })

  test('a double is the decimal that it prints as', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (double) => {
        expect(Decimal.of(double).toNumber()).toBe(double + 0)
      }),
    )
  })

  test('sums and products commute, and stay within 34 digits', () => {
    fc.assert(
      fc.property(anyDecimal, anyDecimal, (a, b) => {
        expect(a.add(b).toString()).toBe(b.add(a).toString())
        expect(a.multiply(b).toString()).toBe(b.multiply(a).toString())
        expect(a.add(b).absolute().coefficient < 10n ** 34n).toBe(true)
        expect(a.multiply(b).absolute().coefficient < 10n ** 34n).toBe(true)
      }),
    )
  })

  test('exact sums and products associate and distribute', () => {
    fc.assert(
      fc.property(smallDecimal, smallDecimal, smallDecimal, (a, b, c) => {
        expect(equal(a.add(b).add(c), a.add(b.add(c)))).toBe(true)
        expect(equal(a.subtract(b).add(b), a)).toBe(true)
        expect(equal(a.multiply(b.add(c)), a.multiply(b).add(a.multiply(c)))).toBe(true)
      }),
    )
  })

  test('a quotient is within half a unit of its last digit', () => {
    fc.assert(
      fc.property(smallDecimal, smallDecimal, (a, b) => {
        fc.pre(b.coefficient !== 0n)
        const quotient = a.divide(b)
        // |a - quotient × b| ≤ |b| × 10^-scale / 2, in whole numbers
        const scale = Math.max(a.scale, quotient.scale + b.scale)
        const at = (coefficient: bigint, from: number) => coefficient * 10n ** BigInt(scale - from)
        const error =
          at(a.coefficient, a.scale) -
          at(quotient.coefficient * b.coefficient, quotient.scale + b.scale)
        const unit = at(b.absolute().coefficient, quotient.scale + b.scale)
        expect(2n * (error < 0n ? -error : error) <= unit).toBe(true)
      }),
    )
  })

  test('a remainder is what division leaves', () => {
    fc.assert(
      fc.property(smallDecimal, smallDecimal, (a, b) => {
        fc.pre(b.coefficient !== 0n)
        const rest = a.remainder(b)
        expect(rest.absolute().compare(b.absolute())).toBeLessThan(0)
        expect(a.subtract(rest).remainder(b).coefficient).toBe(0n)
      }),
    )
  })

  test('order agrees with the sign of the difference', () => {
    fc.assert(
      fc.property(smallDecimal, smallDecimal, (a, b) => {
        const difference = a.subtract(b).coefficient
        expect(a.compare(b)).toBe(difference < 0n ? -1 : difference > 0n ? 1 : 0)
        expect(a.compare(a)).toBe(0)
      }),
    )
  })

  test('the shortest form is the same for equal numbers', () => {
    fc.assert(
      fc.property(smallDecimal, fc.integer({ min: 0, max: 9 }), (a, zeros) => {
        const longer = new Decimal(a.coefficient * 10n ** BigInt(zeros), a.scale + zeros)
        expect(longer.shortest().toString()).toBe(a.shortest().toString())
      }),
    )
  })

  test('powers are repeated products', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99, max: 99 }), fc.integer({ min: 0, max: 15 }), (base, n) => {
        const power = new Decimal(BigInt(base), 1).power(n)
        expect(equal(power, new Decimal(BigInt(base) ** BigInt(n), n))).toBe(true)
      }),
    )
  })
})

describe('rounding', () => {
  test.each([
    ['up', 3n, 2n, 2n, -3n, -2n, -2n],
    ['down', 2n, 1n, 1n, -2n, -1n, -1n],
    ['ceiling', 3n, 2n, 2n, -2n, -1n, -1n],
    ['floor', 2n, 1n, 1n, -3n, -2n, -2n],
    ['half up', 3n, 2n, 1n, -3n, -2n, -1n],
    ['half down', 2n, 1n, 1n, -2n, -1n, -1n],
    ['half even', 2n, 2n, 1n, -2n, -2n, -1n],
  ] as const)('%s of ±2.5, ±1.5, ±1.4', (rounding, ...expected) => {
    const found = [25n, 15n, 14n, -25n, -15n, -14n].map((tenths) =>
      divideRounded(tenths, 10n, rounding),
    )
    expect(found).toEqual(expected)
  })

  test('carries into a new digit', () => {
    const nines = new Decimal(10n ** 35n - 1n, 0)
    expect(nines.add(new Decimal(0n, 0)).toString()).toBe('1.000000000000000000000000000000000E+35')
  })
})

describe('text', () => {
  test.each([
    ['1.10', '1.10'],
    ['-0.5', '-0.5'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['+1e3', '1E+3'],
    ['0.000001', '0.000001'],
    ['0.0000001', '1E-7'],
    ['-12.3e-9', '-1.23E-8'],
    ['-0.0', '0.0'],
  ])('%s → %s', (text, expected) => {
    expect(decimal(text).toString()).toBe(expected)
  })

  test.each([
    '',
    '.',
    ' 1',
    '1 ',
    '1e',
    'e1',
    '0x1',
    '1_0',
    '١',
    'NaN',
    'Infinity',
    '1e9999999999',
  ])('"%s" is no number', (text) => {
    expect(Decimal.parse(text)).toBe(undefined)
  })
})
