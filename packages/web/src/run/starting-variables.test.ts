import { describe, expect, it } from 'vitest'
import { addNeeded, isGiven, isWritten, readObject } from './starting-variables.ts'

describe('addNeeded', () => {
  it('offers what is needed, empty', () => {
    expect(addNeeded('{}', [['name'], ['order', 'total'], ['order', 'to', 'city']])).toBe(
      `{
  "name": null,
  "order": {
    "total": null,
    "to": {
      "city": null
    }
  }
}`,
    )
  })

  it.each([
    [
      'adds what is missing only',
      '{"b": 1, "c": {"d": 2}}',
      '{"b":1,"c":{"d":2,"e":null},"a":null}',
    ],
    ['makes room in what is empty', '{"c": null}', '{"c":{"e":null},"a":null}'],
    ['keeps what has no room', '{"c": "text", "a": [1]}', '{"c":"text","a":[1]}'],
    [
      'keeps all digits',
      '{"c": 12345678901234567890, "d": 1.0}',
      '{"c":12345678901234567890,"d":1.0,"a":null}',
    ],
    ['keeps odd names', '{"c": 1, "__proto__": 2}', '{"c":1,"__proto__":2,"a":null}'],
    ['takes no text for an empty object', ' ', '{"a":null,"c":{"e":null}}'],
  ])('%s', (_, text, expected) => {
    const added = addNeeded(text, [['a'], ['c', 'e']])
    expect(JSON.stringify(readObject(added))).toBe(expected)
  })

  it.each(['{"a":   1}', '{"a": null}', '{"a": 1', '[]', '{"a": {"b": 2}, "a": 1}'])(
    'leaves %s as it was typed',
    (text) => {
      expect(addNeeded(text, [['a']])).toBe(text)
    },
  )
})

describe('isGiven', () => {
  it.each([
    ['{"a": {"b": 1}}', true],
    ['{"a": {"b": ""}}', true],
    ['{"a": {"b": false}}', true],
    ['{"a": [{"b": null}]}', true],
    ['{"a": {"b": null}}', false],
    ['{"a": {}}', false],
    ['{"a": null}', false],
    ['{}', false],
  ])('tells whether %s has a.b: %s', (text, expected) => {
    expect(isGiven(readObject(text), ['a', 'b'])).toBe(expected)
  })
})

describe('isWritten', () => {
  it.each([
    ['{"name": Wor', true],
    ['{"name": "Wor', true],
    ['{"name": nul', true],
    ['{"name": null, "b": x', false],
    ['{"name": ', false],
    ['{"name": }', false],
    ['{"surname": x', false],
  ])('of %j is %s', (text, expected) => {
    expect(isWritten(text, ['order', 'name'])).toBe(expected)
  })
})
