import { builtinSignatures } from '@tenon/feel'
import { describe, expect, it } from 'vitest'
import { functionCompletions } from './function-completions.ts'
import { functionSentences } from './function-sentences.ts'

const detailsOf = (name: string) =>
  functionCompletions()
    .filter(({ label }) => label === name)
    .map(({ detail }) => detail)

describe('functionCompletions', () => {
  it('has a sentence for every function of the engine, and for no other', () => {
    const names = new Set(builtinSignatures().map(({ name }) => name))
    expect([...functionSentences.keys()].toSorted()).toEqual([...names].toSorted())
  })

  it.each([
    ['a parameter that may be left out', 'substring', ['(string, start position, length?)']],
    ['several of them', 'string join', ['(list, delimiter?, prefix?, suffix?)']],
    ['another way to call it', 'date', ['(from)', '(year, month, day)']],
    ['any number of values', 'sum', ['(list, …)']],
    ['nothing', 'today', ['()']],
  ])('shows %s', (_, name, expected) => {
    expect(detailsOf(name)).toEqual(expected)
  })
})
