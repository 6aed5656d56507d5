import { describe, expect, it } from 'vitest'
import { checkVariables } from './check-variables.ts'

describe('checkVariables', () => {
  it('takes an object, and nothing at all', () => {
    expect(checkVariables(' {"amount": 12} ')).toBeUndefined()
    expect(checkVariables('{}')).toBeUndefined()
    expect(checkVariables(' \n')).toBeUndefined()
  })

  it.each(['[]', '12', '"text"', 'null'])('wants an object instead of %s', (text) => {
    expect(checkVariables(text)).toBe('This must be a JSON object, such as {"amount": 12}.')
  })

  it.each([
    [
      '{\n  "name": World\n}',
      'Line 2, column 11: text stands in double quotes: "World". So does a date.',
    ],
    [
      '{"a": [1, New York, 2]}',
      'Line 1, column 11: text stands in double quotes: "New York". So does a date.',
    ],
    ['{"a": 1-2}', 'Line 1, column 7: a value is expected here, such as 12, "text", true or null.'],
  ])('tells text without its quotes from other mistakes: %j', (text, problem) => {
    expect(checkVariables(text)).toBe(problem)
  })

  it('says where the first mistake is, and what belongs there', () => {
    expect(checkVariables('{\n  "amount" 12\n}')).toBe(
      'Line 2, column 12: a colon is expected here.',
    )
  })
})
