import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { around, includes, latest, shownMax, withEarlier, withLater } from './shown-range.ts'

describe('the range that is shown', () => {
  it('is all of a short list', () => {
    expect(latest(7)).toEqual({ from: 0, to: undefined })
  })

  it('is the end of a long one', () => {
    expect(latest(250)).toEqual({ from: 150, to: undefined })
  })

  it('grows to both sides until it is all', () => {
    expect(withEarlier({ from: 150, to: 200 })).toEqual({ from: 50, to: 200 })
    expect(withEarlier({ from: 50, to: 200 })).toEqual({ from: 0, to: 200 })
    expect(withLater({ from: 50, to: 100 }, 250)).toEqual({ from: 50, to: 200 })
    expect(withLater({ from: 50, to: 200 }, 250)).toEqual({ from: 50, to: undefined })
  })

  it('around an entry has it, and is never longer than one may be', () => {
    const places = fc
      .integer({ min: 1, max: 10_000 })
      .chain((total) => fc.tuple(fc.constant(total), fc.nat(total - 1)))
    fc.assert(
      fc.property(places, ([total, index]) => {
        const range = around(index, total)
        expect(includes(range, index)).toBe(true)
        expect((range.to ?? total) - range.from).toBeLessThanOrEqual(shownMax)
      }),
    )
  })
})
