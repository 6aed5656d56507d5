import { describe, expect, it } from 'vitest'
import { contextKeys } from './index.ts'

const leaf = (name: string) => ({ name, keys: [] })

describe('contextKeys', () => {
  it.each([
    ['a context', '{a: 1, "b c": 2}', [leaf('a'), leaf('b c')]],
    [
      'contexts within',
      '{a: {b: {c: 1}}}',
      [{ name: 'a', keys: [{ name: 'b', keys: [leaf('c')] }] }],
    ],
    [
      'both branches',
      'if x then {a: {b: 1}} else {a: {c: 1}, d: 1}',
      [{ name: 'a', keys: [leaf('b'), leaf('c')] }, leaf('d')],
    ],
    ['something else', 'a.b', []],
    ['no FEEL', '{a: ', []],
    ['nothing', '', []],
  ])('tells the keys of %s', (_, source, expected) => {
    expect(contextKeys(source)).toEqual(expected)
  })
})
