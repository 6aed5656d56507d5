import { describe, expect, test } from 'vitest'
import { validateTemplate } from '@tenon/templates'

const template = (properties: readonly unknown[]) => ({
  name: 'Test',
  id: 'acme.test',
  appliesTo: ['bpmn:Task'],
  properties,
})
const field = (more: object = {}) => ({
  type: 'String',
  binding: { type: 'zeebe:input', name: 'a' },
  ...more,
})

const nested = (levels: number): unknown => (levels === 0 ? {} : { metadata: nested(levels - 1) })

describe('validateTemplate', () => {
  test('finds nothing in a valid template, a list of them, or their text', () => {
    const valid = template([field()])
    expect(validateTemplate(valid)).toEqual([])
    expect(validateTemplate([valid, valid])).toEqual([])
    expect(validateTemplate(JSON.stringify(valid))).toEqual([])
  })

  test('says where a template breaks the schema', () => {
    const [problem] = validateTemplate(template([field(), field({ binding: { type: 'nowhere' } })]))
    expect(problem).toMatchObject({
      code: 'TEMPLATE_INVALID',
      severity: 'error',
      path: 'properties[1].binding.type',
    })
    expect(problem?.message).toContain('properties[1].binding.type: invalid property.binding type')
    expect(problem).not.toHaveProperty('line')
  })

  test('says on which line of a text', () => {
    const text = '{\n"name": "a", "id": "b",\n\n"appliesTo": [],\n"properties": 7\n}'
    expect(validateTemplate(text)).toContainEqual(
      expect.objectContaining({ path: 'properties', line: 5 }),
    )
  })

  test('reports what is missing at the template itself', () => {
    const [problem] = validateTemplate({})
    expect(problem?.path).toBe('')
    expect(problem?.message).toContain('The template: ')
  })

  test.each(['{\n"name": }', '', '{"a": 1', 'x'])('says where %j is not JSON', (text) => {
    expect(validateTemplate(text)).toMatchObject([{ code: 'TEMPLATE_NOT_JSON', path: '' }])
  })

  test('names the line of a syntax error', () => {
    expect(validateTemplate('{\n"name": 1\n"id": 2}')).toMatchObject([{ line: 3 }])
  })

  test.each([null, undefined, 7, true, 'null', '7'])('refuses %j, which is no object', (value) => {
    expect(validateTemplate(value)).toMatchObject([{ code: 'TEMPLATE_INVALID', severity: 'error' }])
  })

  test.each([64, 65, 640, 100_000])('looks at most 64 levels deep, not %i', (levels) => {
    const problems = validateTemplate(`${'['.repeat(levels)}${']'.repeat(levels)}`)
    expect(problems.map(({ code }) => code).includes('TEMPLATE_TOO_DEEP')).toBe(levels > 64)
  })

  test('accepts depth within the limit', () => {
    expect(validateTemplate({ ...template([]), metadata: nested(60) })).toEqual([])
  })

  test('warns of outdated forms', () => {
    expect(validateTemplate(template([field({ optional: true })]))).toMatchObject([
      { code: 'TEMPLATE_DEPRECATED', severity: 'warning', path: 'properties[0]' },
    ])
  })

  test('warns of an id that stands twice', () => {
    expect(validateTemplate([template([field({ id: 'a' }), field({ id: 'a' })])])).toMatchObject([
      { code: 'TEMPLATE_ID_TAKEN', severity: 'warning', path: '[0].properties[1].id' },
    ])
  })

  test.each([
    { property: 'gone', equals: 'x' },
    {
      allMatch: [
        { property: 'a', equals: 'x' },
        { property: 'gone', isActive: true },
      ],
    },
  ])('warns of a condition on what is not there', (condition) => {
    expect(
      validateTemplate(template([field({ id: 'a' }), field({ id: 'b', condition })])),
    ).toMatchObject([
      { code: 'TEMPLATE_PROPERTY_UNKNOWN', path: 'properties[1].condition', severity: 'warning' },
    ])
  })
})
