import { describe, expect, it } from 'vitest'
import { relativeTime } from './relative-time.ts'

const now = Date.parse('2026-11-22T12:00:00.000Z')
const second = 1_000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

describe('relativeTime', () => {
  it.each([
    [0, 'just now'],
    [minute - 1, 'just now'],
    [minute, '1 min. ago'],
    [hour - 1, '59 min. ago'],
    [hour, '1 hr. ago'],
    [day - 1, '23 hr. ago'],
    [day, 'yesterday'],
    [2 * day, '2 days ago'],
    [30 * day - 1, '29 days ago'],
    [30 * day, 'Oct 23, 2026'],
  ])('writes %i ms ago as "%s"', (ago, expected) => {
    expect(relativeTime(now - ago, now)).toBe(expected)
  })

  it('takes a moment in the future as now', () => {
    expect(relativeTime(now + hour, now)).toBe('just now')
  })
})
