import type { FieldValue, TemplateProperty } from '@tenon/templates'
import { describe, expect, it } from 'vitest'
import { expressionOf, isExpression, plainValueOf, valueOfExpression } from './feel-mode.ts'

const property = (type: NonNullable<TemplateProperty['type']>): TemplateProperty => ({
  type,
  binding: { type: 'zeebe:input', name: 'a' },
  choices: [{ name: 'One', value: 'one' }],
})

describe('an expression', () => {
  it.each<[FieldValue, boolean, string]>([
    ['=a + 1', true, 'a + 1'],
    [' = a', true, 'a'],
    ['a', false, 'a'],
    [undefined, false, ''],
    [true, false, 'true'],
  ])('of %s: %s, "%s"', (value, is, text) => {
    expect(isExpression(value)).toBe(is)
    expect(expressionOf(value)).toBe(text)
  })

  it('is no value when it is empty', () => {
    expect(valueOfExpression('  ')).toBeUndefined()
    expect(valueOfExpression('a')).toBe('=a')
  })
})

describe('plainValueOf', () => {
  it.each<[NonNullable<TemplateProperty['type']>, string, FieldValue]>([
    ['String', 'order.id', 'order.id'],
    ['Text', '', undefined],
    ['Number', '12', 12],
    ['Number', 'a.b', undefined],
    ['Boolean', 'true', true],
    ['Boolean', 'a', false],
    ['Dropdown', 'one', 'one'],
    ['Dropdown', 'two', undefined],
  ])('makes of a %s with "%s" %s', (type, text, expected) => {
    expect(plainValueOf(property(type), text)).toBe(expected)
  })
})
