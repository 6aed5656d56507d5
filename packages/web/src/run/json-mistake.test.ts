import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findJsonMistake } from './json-mistake.ts'

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

describe('findJsonMistake', () => {
  it.each([
    ['', 1, 1, 'value'],
    ['{', 1, 2, 'name'],
    ['{a: 1}', 1, 2, 'name'],
    ['{"a": 1,}', 1, 9, 'name'],
    ['{"a" 1}', 1, 6, 'colon'],
    ['{"a": 1 "b": 2}', 1, 9, 'comma-or-brace'],
    ['[1 2]', 1, 4, 'comma-or-bracket'],
    ['{\n  "a": [\n    1,\n    tru\n  ]\n}', 4, 5, 'value'],
    ['{"a": "b', 1, 7, 'string-end'],
    ['{} {}', 1, 4, 'end'],
  ] as const)('finds the mistake of %j', (text, line, column, expected) => {
    expect(findJsonMistake(text)).toEqual({ line, column, expected })
  })

  it('finds none in JSON', () => {
    fc.assert(
      fc.property(fc.json(), fc.integer({ min: 0, max: 3 }), (json, indent) => {
        expect(findJsonMistake(JSON.stringify(JSON.parse(json), null, indent))).toBeUndefined()
      }),
    )
  })

  it('finds one exactly where there is no JSON', () => {
    const pieces = ['{', '}', '[', ']', ':', ',', '"a"', '"', '1', '-', 'true', 'nul', '\\', ' ']
    const text = fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((all) => all.join(''))
    fc.assert(
      fc.property(text, (candidate) => {
        expect(findJsonMistake(candidate) === undefined).toBe(isJson(candidate))
      }),
      { numRuns: 2_000 },
    )
  })

  it('finds one in JSON of which a character was lost, or there is JSON again', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), (json, at) => {
        const place = at % json.length
        const broken = json.slice(0, place) + json.slice(place + 1)
        expect(findJsonMistake(broken) === undefined).toBe(isJson(broken))
      }),
    )
  })
})
