import { describe, expect, it } from 'vitest'
import { directionOf, nextSort, parseListSearch } from './list-search.ts'

describe('parseListSearch', () => {
  it('reads what the address says', () => {
    expect(parseListSearch({ filter: 'inv', sort: '-name' })).toEqual({
      filter: 'inv',
      sort: '-name',
    })
  })

  it('leaves out what is usual, unknown or of another kind', () => {
    expect(parseListSearch({ filter: '', sort: '-changed' })).toEqual({})
    expect(parseListSearch({ filter: 12, sort: 'size', page: '2' })).toEqual({})
    expect(parseListSearch({ sort: 'constructor' })).toEqual({})
  })
})

describe('nextSort', () => {
  it('turns the order of the same column round', () => {
    expect(nextSort('name', 'name')).toBe('-name')
    expect(nextSort('-name', 'name')).toBe('name')
  })

  it('begins with A for names, and with the newest for changes', () => {
    expect(nextSort('-changed', 'name')).toBe('name')
    expect(nextSort('name', 'changed')).toBe('-changed')
  })
})

it('says how each column is sorted', () => {
  expect(directionOf('name', 'name')).toBe('ascending')
  expect(directionOf('-name', 'name')).toBe('descending')
  expect(directionOf('-name', 'state')).toBe('none')
})
