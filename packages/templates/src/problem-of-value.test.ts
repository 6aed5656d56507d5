import { describe, expect, it } from 'vitest'
import {
  applyTemplate,
  changeField,
  perform,
  problemsOf,
  readForm,
  type FieldValue,
  type TemplateProperty,
} from '@tenon/templates'
import { testElement, testTemplate } from './test-element.ts'

const problemOf = async (
  property: Omit<TemplateProperty, 'binding'>,
  value: FieldValue,
): Promise<string | undefined> => {
  const { element } = await testElement('<bpmn:serviceTask id="element" />')
  const template = testTemplate([
    { ...property, id: 'field', binding: { type: 'zeebe:input', name: 'field' } },
  ])
  perform(applyTemplate(element, template))
  perform(changeField(element, template, 'field', value))
  return readForm(element, template).groups[0]?.fields[0]?.problem
}

type Constraints = NonNullable<TemplateProperty['constraints']>

describe('a value', () => {
  it.each<[Constraints, FieldValue, string | undefined]>([
    [{ notEmpty: true }, undefined, 'Enter a value.'],
    [{ notEmpty: true }, '  ', 'Enter a value.'],
    [{ notEmpty: true }, 'a', undefined],
    [{ minLength: 2 }, 'a', 'Enter at least 2 characters.'],
    [{ minLength: 1 }, undefined, 'Enter at least 1 character.'],
    [{ minLength: 2 }, 'ab', undefined],
    [{ maxLength: 2 }, 'abc', 'Enter at most 2 characters; it has 3.'],
    [{ maxLength: 2 }, 'ab', undefined],
    [{ pattern: '^a' }, 'b', 'Enter a value that matches ^a.'],
    [{ pattern: { value: '^a', message: 'starts with a' } }, 'b', 'starts with a'],
    [{ pattern: { value: '^a' } }, 'b', 'Enter a value that matches ^a.'],
    [{ pattern: '^a' }, 'ab', undefined],
    [{ pattern: '(' }, 'b', undefined],
    [{ pattern: '^(?!b)[a-z]$' }, 'B', 'Enter a value that matches ^(?!b)[a-z]$.'],
    [{ pattern: '^(?!b)[a-z]$' }, 'a', undefined],
    [{ pattern: { value: String.raw`^P(?=\d|(T|[)])\d)\d+D$`, message: 'P' } }, 'P1D', undefined],
    [{ pattern: { value: String.raw`^P(?=\d|(T|[)])\d)\d+D$`, message: 'P' } }, '1D', 'P'],
    [{ pattern: String.raw`^(a)\1$` }, 'b', undefined],
  ])('under %j: %j', async (constraints, value, expected) => {
    expect(await problemOf({ type: 'String', constraints }, value)).toBe(expected)
  })

  it.each(['^(a+)+$', '^(a|aa)+$', '^(?!b)(a|aa|(?=a)a)+$'])(
    'is held against %s at once, however long it is',
    async (pattern) => {
      const problem = `Enter a value that matches ${pattern}.`
      const text = 'a'.repeat(50_000)

      expect(await problemOf({ type: 'String', constraints: { pattern } }, `${text}!`)).toBe(
        problem,
      )
      expect(await problemOf({ type: 'String', constraints: { pattern } }, text)).toBe(undefined)
    },
  )

  it('is not held against a pattern that is too long, or too large for a text so long', async () => {
    const large = `^${'(?:a{0,1000}b?)'.repeat(60)}$`

    for (const [pattern, text] of [
      ['b'.repeat(1001), 'a'],
      [large, `${'a'.repeat(100_000)}!`],
    ] as const) {
      expect(await problemOf({ type: 'String', constraints: { pattern } }, text)).toBe(undefined)
    }
    expect(await problemOf({ type: 'String', constraints: { pattern: large } }, '!')).toBeDefined()
  })

  it('that is an expression is only checked for being there', async () => {
    const constraints = { notEmpty: true, minLength: 9, maxLength: 1, pattern: '^a$' }

    expect(await problemOf({ type: 'String', feel: 'optional', constraints }, '=b')).toBe(undefined)
    expect(await problemOf({ type: 'String', feel: 'required', constraints }, '=')).toBe(
      'Enter a value.',
    )
    expect(await problemOf({ type: 'String', constraints: { pattern: '^a$' } }, '=b')).toBe(
      'Enter a value that matches ^a$.',
    )
  })

  it('that is a number is checked as it is shown', async () => {
    const constraints = { pattern: { value: '^\\d+$', message: 'whole numbers' } }

    expect(await problemOf({ type: 'Number', constraints }, 5)).toBe(undefined)
    expect(await problemOf({ type: 'Number', constraints }, 5.5)).toBe('whole numbers')
    expect(await problemOf({ type: 'Number' }, 1e21)).toBe('Write the number without an exponent.')
  })
})

it('tells of all fields what to correct, by name, and of hidden ones nothing', async () => {
  const { element } = await testElement('<bpmn:serviceTask id="element" />')
  const constraints = { notEmpty: true }
  const template = testTemplate([
    { id: 'a', label: 'First', constraints, binding: { type: 'zeebe:input', name: 'a' } },
    { constraints, binding: { type: 'zeebe:taskHeader', key: 'b' } },
    { id: 'c', type: 'Hidden', constraints, binding: { type: 'zeebe:input', name: 'c' } },
    {
      id: 'd',
      constraints,
      binding: { type: 'zeebe:input', name: 'd' },
      condition: { property: 'a', isEmpty: false },
    },
  ])
  perform(applyTemplate(element, template))

  expect(problemsOf(element, template)).toEqual([
    { fieldId: 'a', message: 'First: Enter a value.' },
    { fieldId: 'zeebe:taskHeader.b', message: 'zeebe:taskHeader.b: Enter a value.' },
  ])
})
