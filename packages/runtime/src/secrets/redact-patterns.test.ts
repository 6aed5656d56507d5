import { describe, expect, test } from 'vitest'
import { keptCharactersMax, patternsOf } from './redact-patterns.ts'

describe('the patterns of a value', () => {
  const long = (first: string): string => first.padEnd(1_000, '/')

  test('are made once', () => {
    expect(patternsOf('s3cret')).toBe(patternsOf('s3cret'))
  })

  test('are not kept for ever, since tokens never come again', () => {
    const first = patternsOf(long('token-0'))
    for (let at = 1; at <= keptCharactersMax / 1_000; at++) patternsOf(long(`token-${at}`))
    expect(patternsOf(long('token-0'))).not.toBe(first)
  })
})
