import { describe, expect, it } from 'vitest'
import { duration, durationOf } from './duration.ts'

describe('duration', () => {
  it.each([
    [-5, '0 ms'],
    [0, '0 ms'],
    [412, '412 ms'],
    [999, '999 ms'],
    [1_000, '1 s'],
    [3_290, '3.2 s'],
    [59_999, '59 s'],
    [60_000, '1 min'],
    [65_000, '1 min 5 s'],
    [3_599_999, '59 min 59 s'],
    [3_600_000, '1 h'],
    [7_800_000, '2 h 10 min'],
    [86_400_000, '1 d'],
    [100_800_000, '1 d 4 h'],
  ])('writes %i ms as "%s"', (ms, expected) => {
    expect(duration(ms)).toBe(expected)
  })
})

describe('durationOf', () => {
  const startDate = '2026-11-22T12:00:00.000Z'
  const now = Date.parse('2026-11-22T12:00:07.000Z')

  it('is that from start to end', () => {
    expect(durationOf({ startDate, endDate: '2026-11-22T12:00:00.412Z' }, now)).toBe('412 ms')
  })

  it('is that until now while there is no end', () => {
    expect(durationOf({ startDate, endDate: null }, now)).toBe('7 s')
    expect(durationOf({ startDate, endDate: null }, now + 999)).toBe('7 s')
    expect(durationOf({ startDate, endDate: null }, now - 7_000)).toBe('1 s')
  })
})
