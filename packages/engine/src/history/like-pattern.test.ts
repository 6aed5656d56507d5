import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { toGlob } from './like-pattern.ts'

const database = new DatabaseSync(':memory:')
const statement = database.prepare('SELECT ? GLOB ? AS matches')

const isLike = (text: string, pattern: string): boolean =>
  statement.get(text, toGlob(pattern))?.['matches'] === 1

test.for([
  ['order', 'order', true],
  ['order', 'Order', false],
  ['order', 'ord*', true],
  ['order', '*der', true],
  ['order', '*', true],
  ['order', 'o?der', true],
  ['order', 'o?er', false],
  ['💡', '?', true],
  ['a*b', 'a\\*b', true],
  ['axb', 'a\\*b', false],
  ['a?b', 'a\\?b', true],
  ['axb', 'a\\?b', false],
  ['a\\b', 'a\\\\b', true],
  ['a\\', 'a\\', true],
  ['a', '[a]', false],
  ['[a]', '[a]', true],
  ['[a]', '\\[a]', true],
  ['[^a]', '[^a]', true],
  ['%_', '%_', true],
  ['order', '%', false],
  ['', '', true],
  ['', '?', false],
] as const)('%j $like %j: %j', ([text, pattern, expected]) => {
  expect(isLike(text, pattern)).toBe(expected)
})

test('a pattern as long as may be is taken, with every character escaped', () => {
  const text = '['.repeat(10_000)

  expect(isLike(text, text)).toBe(true)
})

test.for([10_001, 100_000])('a pattern of %i characters is refused', (length) => {
  expect(() => toGlob('*'.repeat(length))).toThrow(
    expect.objectContaining({ code: 'INVALID_ARGUMENT' }),
  )
})
