import { parseJson } from '@tenon/orchestration'
import { describe, expect, test } from 'vitest'
import { redactedLengthMin, redactor } from './redact.ts'

describe('the redactor', () => {
  const value = `p"a\\s's/w+ö rd!&`
  const redact = redactor([value, 'token-1'])

  test.each([
    ['as it is', value],
    ['in JSON', JSON.stringify({ value }).slice('{"value":"'.length, -2)],
    ['in a URL', encodeURIComponent(value)],
    ['in a strict URL', encodeURIComponent(value).replaceAll("'", '%27').replaceAll('!', '%21')],
    ['in a form', new URLSearchParams({ a: value }).toString().slice(2)],
    ['in base64', Buffer.from(value).toString('base64')],
    ['in base64url', Buffer.from(value).toString('base64url')],
  ])('finds a value %s', (_, form) => {
    expect(redact.text(`before ${form} between ${form}token-1`)).toBe('before *** between ******')
  })

  test('finds values in names, in lists and as whole numbers', () => {
    const own = redactor(['12345678901234567890', 'secret'])
    const variables = parseJson(
      '{"secret":[1,12345678901234567890,123456789012345678901,{"a":"my secret"}],"b":null,"c":true}',
    )
    expect(JSON.stringify(own.variables({ variables }))).toBe(
      '{"variables":{"***":[1,"***",123456789012345678901,{"a":"my ***"}],"b":null,"c":true}}',
    )
  })

  test('leaves nothing of a value that holds another', () => {
    expect(redactor(['abc', 'abcdef']).text('abcdef abc')).toBe('*** ***')
  })

  test('leaves what is too short to be secret', () => {
    const short = 'x'.repeat(redactedLengthMin - 1)
    expect(redactor(['', short]).text(`${short} is text`)).toBe(`${short} is text`)
  })
})
