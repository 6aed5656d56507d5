import { describe, expect, it } from 'vitest'
import { matchEntries } from './match-entries.ts'

const entry = (label: string, hint = '') => ({ label, hint })
const labels = (entries: readonly { label: string }[]) => entries.map(({ label }) => label)

describe('matchEntries', () => {
  it('finds what has every word, in any order and case', () => {
    const entries = [entry('Invoice approval', 'Model'), entry('Approval of travel', 'Model')]
    expect(labels(matchEntries(entries, 'APPROVAL inv'))).toEqual(['Invoice approval'])
  })

  it('finds by what stands beside the name', () => {
    const entries = [entry('Invoice', 'Request 2251799813685250'), entry('Invoice', 'Model')]
    expect(matchEntries(entries, '5250')).toEqual([entries[0]])
  })

  it('puts first what begins with the text', () => {
    const entries = [entry('Ask', 'new'), entry('A new order'), entry('New model')]
    expect(labels(matchEntries(entries, 'new'))).toEqual(['New model', 'A new order', 'Ask'])
  })

  it('shows all in their order for no text, up to twelve', () => {
    const entries = Array.from({ length: 20 }, (_, index) => entry(`Model ${index}`))
    expect(matchEntries(entries, ' ')).toEqual(entries.slice(0, 12))
  })
})
