import { describe, expect, test } from 'vitest'
import { jsonOf } from '../fixtures.ts'

/** As measured in Camunda 8.8, at a fixed time. */
const results: readonly (readonly [string, string])[] = [
  ['matches("foobar", "^fo*b")', 'true'],
  ['matches("a\\nb", "a.b")', 'false'],
  ['matches("a\\nb", "a.b", "s")', 'true'],
  ['matches("ABC", "abc", "i")', 'true'],
  ['matches("abc", "a b c", "x")', 'true'],
  ['matches("abc", "abc", "q")', 'true'],
  ['matches("abc", "abc", "")', 'true'],
  ['matches("abc", "abc", null)', 'null'],
  ['matches("abc", "(")', 'null'],
  ['matches("{a}", "{a}")', 'null'],
  ['matches("a{,2}", "a{,2}")', 'null'],
  ['matches("a\\n", "a$")', 'true'],
  ['matches("a\\nb", "a$")', 'false'],
  ['matches("a\\nb", "(?m)a$")', 'true'],
  ['matches("a\\nb", "(?m:c)?a$")', 'false'],
  ['matches("a\\nb", "(?m)(?-m)a$")', 'false'],
  ['matches("a\\u0041", "\\u0041")', 'false'],
  ['split("John Doe", "\\\\s")', '["John","Doe"]'],
  ['split("a;b;c;;", ";")', '["a","b","c","",""]'],
  ['split("abc", "")', '["a","b","c",""]'],
  ['split("", "")', '[""]'],
  ['split("", "a")', '[""]'],
  ['split("abc", "x*")', '["a","b","c",""]'],
  ['split("a1b2", "(\\\\d)")', '["a","b",""]'],
  ['split("abc", "(")', 'null'],
  ['replace("abcd", "(ab)|(a)", "[1=$1][2=$2]")', '"[1=ab][2=]cd"'],
  ['replace("abc", "b", "$")', 'null'],
  ['replace("abc", "b", "\\\\")', 'null'],
  ['replace("abc", "b", "$9")', 'null'],
  ['replace("abc", "b", "\\\\$")', '"a$c"'],
  ['replace("abc", "x", "$9")', '"abc"'],
  ['replace("abc", "(?<n>b)", "[${n}]")', '"a[b]c"'],
  ['replace("abc", "b", "$0$0")', '"abbc"'],
  ['replace("baaac", "a*", "-")', '"-b--c-"'],
  ['replace("abc", "(b)", "$12")', '"ab2c"'],
  ['replace("ABC", "b", "x", "i")', '"AxC"'],
  ['replace("0123456789", "(\\\\d{3})(\\\\d{3})(\\\\d{4})", "($1) $2-$3")', '"(012) 345-6789"'],
  ['extract("references are 1234, 1256, 1378", "12[0-9]*")', '["1234","1256"]'],
  ['extract("this is foobar and folbar", "fo[a-z]*")', '["foobar","folbar"]'],
  ['extract("abc", "")', '["","","",""]'],
  ['extract("abc", "(")', 'null'],
  ['extract("a(b)", "(a)")', '["a"]'],
  ['matches("é", "\\\\w")', 'false'],
  ['matches("é", "\\\\p{L}")', 'true'],
  ['matches("é", "\\\\p{Alpha}")', 'false'],
  ['matches("é", "\\\\p{IsAlphabetic}")', 'true'],
  ['matches("", "")', 'true'],
]

describe('patterns', () => {
  test.each(results)('%s → %s', (source, expected) => {
    expect(jsonOf(source)).toBe(expected)
  })
})
