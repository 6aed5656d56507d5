import { expect, it } from 'vitest'
import { generateTemplate, parseTemplates } from '@tenon/templates'
import { connector, z } from '@tenon/sdk'
import { testTemplate } from './test-element.ts'

const template = testTemplate([{ type: 'String', binding: { type: 'zeebe:input', name: 'a' } }])

it.each([
  ['one', template, [template]],
  ['a list', [template, { ...template, version: 2 }], [template, { ...template, version: 2 }]],
  ['their text', JSON.stringify([template]), [template]],
  ['none', [], []],
])('reads %s', (_, json, templates) => {
  expect(parseTemplates(json)).toEqual({ templates, problems: [] })
})

it('reads what is generated of a connector', () => {
  const generated = generateTemplate(
    connector({ id: 'acme.a', name: 'A', version: '1.0.0' }).operation('run', {
      name: 'Run',
      input: z.object({ a: z.string() }),
      output: z.null(),
      run: () => null,
    }),
  )

  expect(parseTemplates(generated).templates).toEqual([generated])
})

it('gives no template of a list with a wrong one, but says which is wrong', () => {
  const { templates, problems } = parseTemplates([template, { ...template, properties: 7 }])

  expect(templates).toEqual([])
  expect(problems).toContainEqual(
    expect.objectContaining({ path: '[1].properties', severity: 'error' }),
  )
})

it('gives templates with warnings', () => {
  const outdated = { ...template, properties: [{ ...template.properties[0], optional: true }] }

  const { templates, problems } = parseTemplates(outdated)

  expect(templates).toEqual([outdated])
  expect(problems).toMatchObject([{ severity: 'warning' }])
})

it.each(['{', '', null, 7])('gives none of %j', (json) => {
  expect(parseTemplates(json)).toMatchObject({ templates: [], problems: [{ severity: 'error' }] })
})
