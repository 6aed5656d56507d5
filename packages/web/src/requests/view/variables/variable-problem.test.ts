import { describe, expect, it } from 'vitest'
import { nameProblem, valueProblem } from './variable-problem.ts'

describe('valueProblem', () => {
  it.each(['12', ' "text"\n', 'null', '{"a": [1]}', '12345678901234567890'])('takes %j', (text) => {
    expect(valueProblem(text)).toBeUndefined()
  })

  it.each([
    ['', 'Write a value, such as 12, "text", true or null.'],
    ['yes', 'Text stands in double quotes: "yes". So does a date.'],
    ['say "hi"', String.raw`Text stands in double quotes: "say \"hi\"". So does a date.`],
    ['{"a": 1', 'Line 1, column 8: a comma or } is expected here.'],
    ['12, 13', 'Line 1, column 3: the text should end here.'],
    ['1}, "local": false, "x": {"a": 1', 'Line 1, column 2: the text should end here.'],
  ])('of %j says %s', (text, expected) => {
    expect(valueProblem(text)).toBe(expected)
  })

  it('does not repeat a long text', () => {
    expect(valueProblem('word '.repeat(100))).toMatch(/^Line 1, column 1: a value is expected/)
  })
})

describe('nameProblem', () => {
  it('wants a name', () => {
    expect(nameProblem(' ')).toBe('Write a name.')
    expect(nameProblem('amount')).toBeUndefined()
  })
})
