import { describe, expect, it } from 'vitest'
import { builtinSignatures } from '../index.ts'

const signaturesOf = (name: string) =>
  builtinSignatures()
    .filter((signature) => signature.name === name)
    .map(({ parameters, isVariadic }) => ({ parameters, isVariadic }))

describe('builtinSignatures', () => {
  it('has one entry for each number of parameters', () => {
    expect(signaturesOf('substring').map(({ parameters }) => parameters)).toEqual([
      ['string', 'start position'],
      ['string', 'start position', 'length'],
    ])
  })

  it('leaves out what differs only in the names of its parameters', () => {
    expect(signaturesOf('get value')).toEqual([
      { parameters: ['context', 'key'], isVariadic: false },
    ])
  })

  it('says what takes any number of values', () => {
    expect(signaturesOf('sum')).toEqual([{ parameters: ['list'], isVariadic: true }])
  })
})
