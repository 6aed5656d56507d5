import { describe, expect, it } from 'vitest'
import { countNote } from './count-note.ts'

const found = (shown: number, totalItems: number, hasMoreTotalItems = false) => ({
  items: Array.from({ length: shown }),
  page: { totalItems, hasMoreTotalItems, startCursor: null, endCursor: null },
})

describe('countNote', () => {
  it('says nothing while nothing is known', () => {
    expect(countNote(undefined)).toBeUndefined()
  })

  it('says nothing when all are shown', () => {
    expect(countNote(found(50, 50))).toBeUndefined()
  })

  it('says how many of how many are shown', () => {
    expect(countNote(found(50, 1_234))).toBe('50 of 1,234')
  })

  it('marks a total that was not counted to its end', () => {
    expect(countNote(found(50, 10_000, true))).toBe('50 of 10,000+')
  })
})
