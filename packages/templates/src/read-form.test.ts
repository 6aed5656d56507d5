import { describe, expect, it } from 'vitest'
import {
  applyTemplate,
  changeField,
  perform,
  readForm,
  type FieldValue,
  type TemplateErrorCode,
  type TemplateProperty,
} from '@tenon/templates'
import { testElement, testTemplate } from './test-element.ts'

const serviceTask = () => testElement('<bpmn:serviceTask id="element" />')
const input = (name: string, more: Partial<TemplateProperty> = {}): TemplateProperty => ({
  id: name,
  binding: { type: 'zeebe:input', name },
  ...more,
})

describe('a form', () => {
  it('has the sections of the template in its order, and one for what is in none', async () => {
    const { element } = await serviceTask()
    const template = testTemplate(
      [
        input('a', { group: 'second' }),
        input('b', { group: 'first' }),
        input('c', { group: 'unknown' }),
        input('d'),
        input('e', { group: 'second', type: 'Hidden' }),
        input('f', { group: 'second' }),
      ],
      {
        groups: [
          { id: 'first', label: 'First', openByDefault: true },
          { id: 'second', label: 'Second', tooltip: 'More' },
          { id: 'empty', label: 'Empty' },
        ],
      },
    )

    const { groups } = readForm(element, template)

    expect(groups.map(({ fields, ...group }) => [group, fields.map(({ id }) => id)])).toEqual([
      [{ id: 'first', label: 'First', isOpen: true }, ['b']],
      [{ id: 'second', label: 'Second', tooltip: 'More', isOpen: false }, ['a', 'f']],
      [{ id: '', label: '', isOpen: true }, ['c', 'd']],
    ])
  })

  it('names fields that have no id, or the id of another', async () => {
    const { element } = await serviceTask()
    const template = testTemplate([
      { binding: { type: 'zeebe:input', name: 'url' } },
      { id: 'same', value: '1', binding: { type: 'zeebe:input', name: 'a' } },
      { id: 'same', value: '2', binding: { type: 'zeebe:taskHeader', key: 'a' } },
      { binding: { type: 'zeebe:linkedResource', linkName: 'l', property: 'resourceId' } },
    ])
    perform(applyTemplate(element, template))
    perform(changeField(element, template, 'same#2', '3'))

    const fields = readForm(element, template).groups.flatMap((group) => group.fields)

    expect(fields.map(({ id, value }) => [id, value])).toEqual([
      ['zeebe:input.url', undefined],
      ['same', '1'],
      ['same#2', '3'],
      ['zeebe:linkedResource.l.resourceId', undefined],
    ])
  })
})

describe('a field', () => {
  const text = { type: 'String', feel: 'optional' } as const
  const number = { type: 'Number', feel: 'optional' } as const
  const flag = { type: 'Boolean', feel: 'optional' } as const

  it.each<[Partial<TemplateProperty>, FieldValue, FieldValue]>([
    [text, 'a', 'a'],
    [text, '=a', '=a'],
    [text, '', undefined],
    [text, '=', undefined],
    [{ type: 'String' }, '=', '='],
    [number, 5, 5],
    [number, 0, 0],
    [number, '=a + 1', '=a + 1'],
    [number, undefined, undefined],
    [flag, true, true],
    [flag, false, false],
    [flag, '=a', '=a'],
    [flag, undefined, false],
    [{ type: 'Text', feel: 'required' }, '=a', '=a'],
    [{ type: 'Text', feel: 'required' }, 'a', '=a'],
    [{ type: 'Number', binding: { type: 'zeebe:taskHeader', key: 'a' } }, 5, 5],
    [{ type: 'Boolean', binding: { type: 'zeebe:property', name: 'a' } }, true, true],
  ])('%j that is given %j has %j', async (more, given, expected) => {
    const { element, xml } = await serviceTask()
    const template = testTemplate([input('a', more)])
    perform(applyTemplate(element, template))

    perform(changeField(element, template, 'a', given))
    const content = await xml()
    const read = await testElement(
      content.slice(content.indexOf('<bpmn:serviceTask'), content.indexOf('</bpmn:process>')),
    )

    for (const each of [element, read.element]) {
      expect(readForm(each, template).groups[0]?.fields[0]?.value).toBe(expected)
    }
  })

  it('that is not there is refused with those that are', async () => {
    const { element } = await serviceTask()

    expect(() => changeField(element, testTemplate([input('a'), input('b')]), 'c', 'x')).toThrow(
      expect.objectContaining({
        code: 'TEMPLATE_FIELD_UNKNOWN' satisfies TemplateErrorCode,
        message: expect.stringContaining('Choose one of: a, b.'),
      }),
    )
  })
})
