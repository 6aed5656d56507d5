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

  test.each([
    ['in lower-case codes', 's3cret%2fval', 's3cret/val'],
    ['only partly encoded', '%733cret/%76al', 's3cret/val'],
    ['as a URL keeps some signs', 'pa@ss%20word', 'pa@ss word'],
    ['with a blank for its plus', 'a%20b', 'a+b'],
    ['with a plus for its blank', 'pa%40ss+word', 'pa@ss word'],
    ['without its last line break', 's3cret', 's3cret\n'],
    ['on one line', 'one two', 'one\r\ntwo'],
    ['in JSON with escaped letters', '\\u00e4\\u00E4b', 'ääb'],
    ['in JSON with an escaped slash', 'a\\/b', 'a/b'],
    ['in JSON with an emoji', '\\ud83d\\uDE00x', '😀x'],
    ['that looks like a pattern', '(a+)+$[x', '(a+)+$[x'],
  ])('finds a value %s', (_, form, secret) => {
    expect(redactor([secret]).text(`<${form}>`)).toBe('<***>')
  })

  test.each(['', 'u', 'us', 'use', 'user:'])('finds a value in base64 behind %j', (before) => {
    for (const after of ['', '!', '!!', '!!!', ' and more']) {
      const secret = 's3cret?>pass~~word'
      for (const coding of ['base64', 'base64url'] as const) {
        const code = Buffer.from(before + secret + after).toString(coding)
        const masked = redactor([secret]).text(`Basic ${code}`)
        expect(masked).toContain('***')
        // What is left are whole characters of the neighbours, or less.
        const left = masked.slice('Basic '.length).split('***')
        expect(left[0]).toBe(code.slice(0, Math.floor((before.length * 8) / 6)))
        expect((left[1] ?? '').length).toBeLessThanOrEqual(Math.ceil((after.length * 8) / 6) + 2)
      }
    }
  })

  test('finds a value in base64 that a URL encodes', () => {
    const secret = '>>>???>>>'
    const code = encodeURIComponent(Buffer.from(`a:${secret}`).toString('base64'))
    expect(redactor([secret]).text(code)).toMatch(/^..\*\*\*$/)
  })

  test.each([256, 257, 3_000, 65_536])('finds a value of %i characters', (length) => {
    // Never the same again, as in a key: else a piece of it would be found at other places too.
    const count = Math.ceil(length / 9)
    const rows = Array.from({ length: count }, (_, at) => `${at}`.padEnd(7, 'aZ/+="ä').slice(0, 7))
    const secret = `${rows.join('\\\n').slice(0, length - 1)}.`
    const found = redactor([secret])
    for (const form of [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)]) {
      expect(found.text(`<${form}>`)).toMatch(/^<(\*\*\*)+>$/)
    }
    const code = Buffer.from(`user:${secret}`).toString('base64')
    expect(found.text(code)).toMatch(/^.{6}(\*\*\*)+$/)
  })

  test('keeps all members whose names become equal', () => {
    const variables = { abc: 1, 'x-abc': 2, '***': 3, abcabc: { abc: 4, ABC: 5 } }
    expect(redactor(['abc']).variables(variables)).toEqual({
      '*** (2)': 1,
      'x-***': 2,
      '***': 3,
      '******': { '***': 4, ABC: 5 },
    })
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
