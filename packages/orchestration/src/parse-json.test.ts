import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { OrchestrationError } from './errors.ts'
import { jsonDepthMax, parseJson } from './parse-json.ts'

const codeOf = (text: string): string => {
  try {
    parseJson(text)
  } catch (error) {
    if (error instanceof OrchestrationError) return error.code
    throw error
  }
  return 'none'
}

const digits = (least: number, most: number): fc.Arbitrary<string> =>
  fc.string({
    unit: fc.constantFrom(...'0123456789'.split('')),
    minLength: least,
    maxLength: most,
  })

const decimal = fc
  .tuple(
    fc.constantFrom('', '-'),
    fc.constantFrom(...'123456789'.split('')),
    digits(0, 30),
    digits(1, 30),
  )
  .map(([sign, first, rest, fraction]) => `${sign}${first}${rest}.${fraction}`)

/** What a decimal is without the zeros that do not count. */
const trimmed = (text: string): string => text.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '')

describe('parseJson', () => {
  it('gives back every JSON value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        // given JSON as JavaScript writes it
        const text = JSON.stringify(value)
        // when, then
        expect(JSON.stringify(parseJson(text))).toBe(text)
      }),
    )
  })

  it('keeps all digits of an integer of any length', () => {
    fc.assert(
      fc.property(fc.bigInt(), (value) => {
        const text = `{"a":[${value}]}`
        expect(JSON.stringify(parseJson(text))).toBe(text)
      }),
    )
  })

  it('keeps all digits of a decimal of any length', () => {
    fc.assert(
      fc.property(decimal, (text) => {
        const written = JSON.stringify(parseJson(`[${text}]`)).slice(1, -1)
        // A double writes large values with an exponent; those have few digits and are exact.
        if (!written.includes('e')) expect(trimmed(written)).toBe(trimmed(text))
        else expect(Number(written)).toBe(Number(text))
      }),
    )
  })

  it.each([
    ['1.0000000000000000001'],
    ['123456789.123456789'],
    ['9007199254740993'],
    ['1e-400'],
    ['1e400'],
    ['1.23456789012345e-320'],
  ])('keeps %s as it is written', (text) => {
    expect(JSON.stringify(parseJson(text))).toBe(text)
  })

  it.each([
    ['2251799813685249', 2251799813685249],
    ['9007199254740991', Number.MAX_SAFE_INTEGER],
    ['1e3', 1000],
    ['1.50000000000000000000', 1.5],
    ['0.0000000000000000', 0],
    ['100000000000000000000', 1e20],
  ])('reads %s as a number, for nothing is lost', (text, value) => {
    expect(parseJson(text)).toBe(value)
  })

  it.each([
    ['first', (number: string, rest: string) => `[${number},${rest}]`],
    ['last', (number: string, rest: string) => `[${rest},${number}]`],
    ['negative', (number: string, rest: string) => `[${rest},{"a":-${number}}]`],
  ])('keeps digits in a text of any length, where the number is %s', (_, textOf) => {
    fc.assert(
      fc.property(fc.bigInt({ min: 10n ** 16n }), fc.array(fc.string()), (number, strings) => {
        const rest = JSON.stringify([...strings, '550e8400-e29b-41d4', '\\"9e9', 'x'.repeat(200)])
        const text = textOf(String(number), rest)
        expect(JSON.stringify(parseJson(text))).toBe(text)
      }),
    )
  })

  it('keeps digits inside strings out of it', () => {
    expect(parseJson('{"key":"2251799813685249123"}')).toEqual({ key: '2251799813685249123' })
  })

  it('reads __proto__ as a plain property', () => {
    // given
    const text = '{"__proto__":{"polluted":true},"n":12345678901234567890}'
    // when
    const value = parseJson(text)
    // then
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
    expect(JSON.stringify(value)).toBe(text)
  })

  it('accepts the deepest nesting and refuses one level more, and ten times more', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
    expect(codeOf(nested(jsonDepthMax))).toBe('none')
    expect(codeOf(nested(jsonDepthMax + 1))).toBe('JSON_TOO_DEEP')
    expect(codeOf(nested(jsonDepthMax * 10))).toBe('JSON_TOO_DEEP')
  })

  it('does not count brackets in strings', () => {
    const text = JSON.stringify(['['.repeat(1_000), '\\"[{'.repeat(100)])
    expect(JSON.stringify(parseJson(text))).toBe(text)
  })

  it.each([[''], ['{'], ['{"a":1,}'], ['NaN'], ["{'a':1}"], ['"\n"'], ['"unclosed [[']])(
    'refuses %j',
    (text) => {
      expect(codeOf(text)).toBe('JSON_INVALID')
    },
  )

  it('answers any text with a value or a code', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'[]{}",:\\01e.-tnf '.split('')) }),
        (text) => {
          expect(['none', 'JSON_INVALID', 'JSON_TOO_DEEP']).toContain(codeOf(text))
        },
      ),
    )
  })
})
