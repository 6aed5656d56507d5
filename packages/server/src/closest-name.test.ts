import { describe, expect, it } from 'vitest'
import { closestName } from './closest-name.ts'

const known = ['TENON_HOST', 'TENON_PORT', 'TENON_DATA']

describe('closestName', () => {
  it.each([
    ['TENON_PROT', 'TENON_PORT'],
    ['TENON_HOSTS', 'TENON_HOST'],
    ['TENON_DTA', 'TENON_DATA'],
    ['TENON_DATA_', 'TENON_DATA'],
  ])('takes %s for %s', (name, meant) => {
    expect(closestName(name, known)).toBe(meant)
  })

  it('does not guess when nothing is near', () => {
    expect(closestName('TENON_SOMETHING', known)).toBeUndefined()
  })
})
