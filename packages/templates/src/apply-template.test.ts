import { describe, expect, it } from 'vitest'
import {
  applyTemplate,
  changeField,
  perform,
  removeTemplate,
  templateOf,
  unlinkTemplate,
  type TemplateErrorCode,
  type TemplateProperty,
} from '@tenon/templates'
import { testElement, testTemplate } from './test-element.ts'

const input = (name: string, more: Partial<TemplateProperty> = {}): TemplateProperty => ({
  id: name,
  type: 'String',
  binding: { type: 'zeebe:input', name },
  ...more,
})

const choices = ['a', 'b'].map((value) => ({ name: value, value }))

const inputsOf = async ({ lines }: Awaited<ReturnType<typeof testElement>>) =>
  (await lines()).filter((line) => line.startsWith('<zeebe:input '))

const configured = (...inputs: readonly string[]) =>
  testElement(
    '<bpmn:serviceTask id="element"><bpmn:extensionElements><zeebe:ioMapping>' +
      `${inputs.join('')}</zeebe:ioMapping></bpmn:extensionElements></bpmn:serviceTask>`,
  )

describe('a template that is applied', () => {
  it('is named by the element, with version and icon', async () => {
    const { element, lines } = await testElement('<bpmn:serviceTask id="element" />')

    perform(applyTemplate(element, testTemplate([], { icon: { contents: 'data:,icon' } })))

    expect(templateOf(element)).toEqual({ id: 'acme.test', version: 1 })
    expect((await lines()).join('')).toContain('zeebe:modelerTemplateIcon="data:,icon"')
  })

  it('keeps what is entered where it binds it, and removes the rest', async () => {
    const test = await configured(
      '<zeebe:input source="mine" target="kept" />',
      '<zeebe:input source="mine" target="gone" />',
      '<zeebe:input source="mine" target="constant" />',
      '<zeebe:input source="b" target="chosen" />',
      '<zeebe:input source="z" target="not chosen" />',
      '<zeebe:input target="empty" />',
    )

    const properties = [
      input('kept', { value: 'initial' }),
      input('constant', { type: 'Hidden', value: 'fixed' }),
      input('chosen', { type: 'Dropdown', value: 'a', choices }),
      input('not chosen', { type: 'Dropdown', value: 'a', choices }),
      input('empty', { value: 'initial' }),
    ]
    perform(applyTemplate(test.element, testTemplate(properties)))

    expect(await inputsOf(test)).toEqual([
      '<zeebe:input source="mine" target="kept" />',
      '<zeebe:input source="fixed" target="constant" />',
      '<zeebe:input source="b" target="chosen" />',
      '<zeebe:input source="a" target="not chosen" />',
      '<zeebe:input source="initial" target="empty" />',
    ])
  })

  it('changes nothing when it is applied again', async () => {
    const { element } = await testElement('<bpmn:serviceTask id="element" />')
    const template = testTemplate([
      input('a', { generatedValue: { type: 'uuid' } }),
      { value: 'job', binding: { type: 'zeebe:taskDefinition', property: 'type' } },
      { type: 'Number', value: 1, binding: { type: 'zeebe:taskHeader', key: 'h' } },
      { type: 'Boolean', value: true, binding: { type: 'property', name: 'isForCompensation' } },
    ])
    perform(applyTemplate(element, template))

    expect(applyTemplate(element, template)).toEqual([])
    expect(applyTemplate(element, template, { previous: template })).toEqual([])
  })

  it('makes a new value for each element where it says so', async () => {
    const template = testTemplate([input('a', { generatedValue: { type: 'uuid' } })])
    const [one, other] = await Promise.all([configured(), configured()])
    for (const { element } of [one, other]) perform(applyTemplate(element, template))

    const [first] = await inputsOf(one)
    expect(first).toMatch(/source="[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}"/)
    expect(await inputsOf(other)).not.toEqual([first])
  })

  it('leaves outputs alone that it lets a person have', async () => {
    const { element, lines } = await testElement(
      '<bpmn:serviceTask id="element"><bpmn:extensionElements><zeebe:ioMapping>' +
        '<zeebe:input source="a" target="b" /><zeebe:output source="c" target="d" />' +
        '</zeebe:ioMapping></bpmn:extensionElements></bpmn:serviceTask>',
    )

    perform(applyTemplate(element, testTemplate([], { entriesVisible: { outputs: true } })))
    expect((await lines()).filter((line) => line.includes('put '))).toEqual([
      '<zeebe:output source="c" target="d" />',
    ])

    perform(applyTemplate(element, testTemplate([])))
    expect((await lines()).join('')).not.toContain('zeebe:output')
  })

  it('takes the values of a preset, over what was entered', async () => {
    const test = await configured('<zeebe:input source="mine" target="a" />')
    const template = testTemplate(
      [
        input('a', { value: '1' }),
        input('b', { value: '1', condition: { property: 'a', equals: '2' } }),
        input('c', { value: '1' }),
      ],
      { presets: [{ id: 'two', properties: { a: '2', b: '2' } }] },
    )

    perform(applyTemplate(test.element, template, { preset: 'two' }))

    expect(await inputsOf(test)).toEqual([
      '<zeebe:input source="2" target="a" />',
      '<zeebe:input source="2" target="b" />',
      '<zeebe:input source="1" target="c" />',
    ])
    expect(() => applyTemplate(test.element, template, { preset: 'three' })).toThrow(
      expect.objectContaining({ code: 'TEMPLATE_PRESET_UNKNOWN' satisfies TemplateErrorCode }),
    )
  })
})

describe('another version', () => {
  const one = testTemplate([
    input('entered', { value: 'old' }),
    input('untouched', { value: 'old' }),
    input('dropped', { value: 'old' }),
    { id: 'flag', type: 'Boolean', value: true, binding: { type: 'zeebe:property', name: 'f' } },
    { id: 'type', value: 'old', binding: { type: 'zeebe:taskDefinition:type' } },
  ])
  const two = testTemplate(
    [
      input('untouched', { value: 'new' }),
      input('entered', { value: 'new' }),
      input('added', { value: 'new' }),
      { id: 'flag', type: 'Boolean', value: false, binding: { type: 'zeebe:property', name: 'f' } },
      { id: 'type', value: 'new', binding: { type: 'zeebe:taskDefinition', property: 'type' } },
    ],
    { version: 2 },
  )

  it('keeps what a person entered, and renews what is as the old one had put it', async () => {
    const test = await configured()
    perform(applyTemplate(test.element, one))
    perform(changeField(test.element, one, 'entered', 'mine'))

    perform(applyTemplate(test.element, two, { previous: one }))

    expect(templateOf(test.element)?.version).toBe(2)
    expect(await inputsOf(test)).toEqual([
      '<zeebe:input source="new" target="untouched" />',
      '<zeebe:input source="mine" target="entered" />',
      '<zeebe:input source="new" target="added" />',
    ])
    const lines = await test.lines()
    expect(lines).toContain('<zeebe:property name="f" value="false" />')
    expect(lines).toContain('<zeebe:taskDefinition type="new" />')
  })

  it('does the same after the model was written and read', async () => {
    const first = await configured()
    perform(applyTemplate(first.element, one))
    const xml = await first.xml()
    const read = await testElement(
      xml.slice(xml.indexOf('<bpmn:serviceTask'), xml.indexOf('</bpmn:process>')),
    )

    perform(applyTemplate(first.element, two, { previous: one }))
    perform(applyTemplate(read.element, two, { previous: one }))

    expect(await read.lines()).toEqual(await first.lines())
  })
})

describe('a message', () => {
  const template = testTemplate([
    { id: 'name', value: 'own', binding: { type: 'bpmn:Message#property', name: 'name' } },
  ])
  const tasks =
    '<bpmn:receiveTask id="element" messageRef="shared" /><bpmn:receiveTask id="other" messageRef="shared" />'
  const shared = '<bpmn:message id="shared" name="shared" />'

  it('of others is copied, and stays theirs', async () => {
    const { element, lines } = await testElement(tasks, shared)

    perform(applyTemplate(element, template))

    const messages = (await lines()).filter((line) => line.startsWith('<bpmn:message'))
    expect(messages).toEqual([
      '<bpmn:message name="shared" />',
      '<bpmn:message name="shared" zeebe:modelerTemplate="acme.test" />',
    ])
  })

  it('of the template goes with it; one that others refer to stays', async () => {
    const { element, lines } = await testElement(tasks, shared)
    perform(applyTemplate(element, testTemplate([])))
    expect(await lines()).toContain('<bpmn:message name="shared" />')

    perform(applyTemplate(element, template))
    perform(removeTemplate(element, template))
    expect((await lines()).filter((line) => line.startsWith('<bpmn:message'))).toHaveLength(1)
  })

  it('is no template’s any more when the element is not', async () => {
    const { element, lines } = await testElement(tasks, shared)
    perform(applyTemplate(element, template))

    perform(unlinkTemplate(element))

    expect(templateOf(element)).toBe(undefined)
    expect((await lines()).join('')).not.toContain('modelerTemplate')
    expect((await lines()).filter((line) => line.startsWith('<bpmn:message'))).toHaveLength(2)
  })
})

it('cannot be bound to what is no text, number, switch or expression', async () => {
  const { element } = await testElement('<bpmn:serviceTask id="element" />')
  const template = testTemplate([{ id: 'a', binding: { type: 'property', name: 'incoming' } }])

  expect(() => changeField(element, template, 'a', 'x')).toThrow(
    expect.objectContaining({ code: 'TEMPLATE_BINDING_UNSUPPORTED' satisfies TemplateErrorCode }),
  )
})

it.each(['a b', 'x="1"><y', '$type', '', '__proto__', 'constructor', 'toString'])(
  'refuses to write an attribute with the name %j, for nothing could read the model',
  async (name) => {
    const { element } = await testElement('<bpmn:task id="element" />')
    const template = testTemplate([{ value: 'a', binding: { type: 'property', name } }])

    expect(() => applyTemplate(element, template)).toThrow(
      expect.objectContaining({ code: 'TEMPLATE_BINDING_UNSUPPORTED' }),
    )
  },
)
