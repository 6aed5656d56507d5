import fc from 'fast-check'
import { expect, it } from 'vitest'
import { prettyJson } from './pretty-json.ts'

it('indents as JSON.stringify does', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(prettyJson(JSON.stringify(value))).toBe(JSON.stringify(value, null, 2))
    }),
  )
})

it('keeps the digits of numbers', () => {
  expect(prettyJson('{"id":12345678901234567890}')).toBe('{\n  "id": 12345678901234567890\n}')
})

it('indents text that was cut as far as it goes', () => {
  expect(prettyJson('{"a":[1,"b')).toBe('{\n  "a": [\n    1,\n    "b')
  expect(prettyJson('')).toBe('')
})
