import { expect, test } from 'vitest'
import type { Variable } from './entities.ts'
import { truncateVariable, untruncatedCharactersMax } from './truncate-variable.ts'

const variable = (value: string): Variable => ({
  variableKey: '3',
  name: 'order',
  value,
  scopeKey: '1',
  processInstanceKey: '1',
  isTruncated: false,
  tenantId: '<default>',
  rootProcessInstanceKey: '1',
})

test.for([0, 1, untruncatedCharactersMax])('a value of %i characters stays as it is', (length) => {
  const given = variable('x'.repeat(length))

  expect(truncateVariable(given)).toBe(given)
})

test.for([1, untruncatedCharactersMax * 9])('%i characters too many are cut off', (over) => {
  const given = variable('x'.repeat(untruncatedCharactersMax + over))

  expect(truncateVariable(given)).toEqual({
    ...given,
    value: 'x'.repeat(untruncatedCharactersMax),
    isTruncated: true,
  })
})

test('a character of two places is one character, and is never cut in two', () => {
  expect(truncateVariable(variable('💡💡💡'), 3).value).toBe('💡💡💡')
  expect(truncateVariable(variable('a💡b'), 2)).toMatchObject({ value: 'a💡', isTruncated: true })
})
