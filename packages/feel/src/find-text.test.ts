import fc from 'fast-check'
import { expect, test } from 'vitest'
import { indexOfText } from './find-text.ts'

test('finds what indexOf finds', () => {
  // Two letters only, so that patterns overlap themselves.
  const letters = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 0, maxLength: 200 })
  fc.assert(
    fc.property(letters, letters, letters, (before, pattern, after) => {
      const text = before + pattern + after
      expect(indexOfText(text, pattern)).toBe(text.indexOf(pattern))
      expect(indexOfText(before + after, pattern)).toBe((before + after).indexOf(pattern))
    }),
    { numRuns: 500 },
  )
})

test('a bad pattern in a long text ends', () => {
  // given a text and a pattern for which V8 needs quadratic time, when searched
  const half = 'a'.repeat(50_000)
  // then it ends within the test's patience
  expect(indexOfText('a'.repeat(1_000_000), `${half}b${half}`)).toBe(-1)
})
