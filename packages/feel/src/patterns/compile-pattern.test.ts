import { describe, expect, test } from 'vitest'
import { compile, FeelError, type Value } from '../index.ts'

const evaluate = (source: string, text: string): Value => compile(source).evaluate(() => text)
const failureOf = (source: string, text: string): FeelError => {
  try {
    evaluate(source, text)
  } catch (error) {
    if (error instanceof FeelError) return error
    throw error
  }
  throw new Error('It did not fail.')
}

describe('patterns', () => {
  test.each(['(a+)+$', '(a|a)*$', '(.*a){20}$', '([a-z]+)*!'])(
    '%s takes linear time, whatever the text',
    (pattern) => {
      // given a text that makes an engine with backtracking try without end
      const text = `${'a'.repeat(20_000)}!b`
      // then there is an answer, or the budget ends it
      expect(() => compile(`matches(x, "${pattern}")`).evaluate(() => text)).not.toThrow()
    },
  )

  test.each([
    ['a(?=b)', 'a look-ahead'],
    ['(?<!a)b', 'a look-behind'],
    ['(a)\\\\1', 'a back reference'],
    ['a++', 'a possessive repetition'],
    ['(?>a)', 'an atomic group'],
    ['[a&&b]', 'a class within a class'],
    ['a{2000}', 'more than 1000 repetitions'],
    ['\\\\p{javaLowerCase}', 'a class of characters that RE2 does not know'],
  ])('%s is refused by name', (pattern, what) => {
    expect(failureOf(`matches(x, "${pattern}")`, 'ab')).toMatchObject({ code: 'FEEL_EVALUATION' })
    expect(failureOf(`matches(x, "${pattern}")`, 'ab').message).toContain(what)
  })

  test.each([
    ['\\\\u0041', 'A'],
    ['^\\\\p{Alpha}$', 'x'],
    ['^\\\\Qa.b\\\\E$', 'a.b'],
    ['^[\\\\s]$', '\v'],
    ['^\\\\h$', '\u00a0'],
    ['a$', 'a\r\n'],
    ['^(?i)ABC$', 'abc'],
    ['^a(?s:.)b$', 'a\nb'],
    ['^\\\\R$', '\r\n'],
  ])('%s is found in %j, as in Java', (pattern, text) => {
    expect(evaluate(`matches(x, "${pattern}")`, text)).toBe(true)
  })

  test('the dot takes no line break, of which Java knows five', () => {
    for (const text of ['\n', '\r', '\u0085', '\u2028', '\u2029']) {
      expect(evaluate('matches(x, "^.$")', text)).toBe(false)
      expect(evaluate('matches(x, "^.$", "s")', text)).toBe(true)
    }
  })

  test('searches that each read all that is left come to an end', () => {
    const text = 'a'.repeat(100_000)
    for (const source of [
      'extract(x, "a.*b|a")',
      'split(x, "a(.*b)?")',
      'replace(x, "a.*b|a", "c")',
    ]) {
      expect(failureOf(source, text).code).toBe('FEEL_LIMIT')
    }
    expect(evaluate('count(split(x, "a+c|,"))', 'a,'.repeat(1_000))).toBe(1_001)
    expect(evaluate('count(extract(x, "[a-z]"))', text)).toBe(100_000)
  })

  test('a pattern that is too long, and many searches in long texts, end', () => {
    expect(failureOf(`matches(x, "${'a'.repeat(1_001)}")`, 'a').code).toBe('FEEL_LIMIT')
    const source = 'every i in 1..10000 satisfies matches(x, "b$") = false'
    expect(failureOf(source, 'a'.repeat(100_000)).code).toBe('FEEL_LIMIT')
  })
})
