import { describe, expect, it } from 'vitest'
import {
  applyTemplate,
  changeField,
  perform,
  readForm,
  type TemplateCondition,
  type TemplateProperty,
} from '@tenon/templates'
import { testElement, testTemplate } from './test-element.ts'

const task = '<bpmn:serviceTask id="element" />'
const input = (id: string, more: Partial<TemplateProperty> = {}): TemplateProperty => ({
  id,
  type: 'String',
  feel: 'optional',
  binding: { type: 'zeebe:input', name: id },
  ...more,
})
const fieldsOf = (...[element, template]: Parameters<typeof readForm>) =>
  readForm(element, template).groups.flatMap(({ fields }) => fields.map(({ id }) => id))

/** Whether a field with the condition is active beside the properties. */
const isActive = async (
  condition: TemplateCondition,
  ...properties: readonly TemplateProperty[]
): Promise<boolean> => {
  const { element } = await testElement(task)
  const template = testTemplate([...properties, input('asked', { value: 'x', condition })])
  perform(applyTemplate(element, template))
  return fieldsOf(element, template).includes('asked')
}

describe('a condition holds', () => {
  const text = input('a', { value: 'yes' })

  it.each<[TemplateCondition, boolean]>([
    [{ property: 'a', equals: 'yes' }, true],
    [{ property: 'a', equals: 'no' }, false],
    [{ property: 'a', oneOf: ['no', 'yes'] }, true],
    [{ property: 'a', oneOf: ['no', 'never'] }, false],
    [{ property: 'a', isEmpty: false }, true],
    [{ property: 'a', isEmpty: true }, false],
    [{ property: 'a', isActive: true }, true],
    [{ property: 'a', isActive: false }, false],
    [{ property: 'gone', equals: 'yes' }, false],
    [{ property: 'gone', isEmpty: true }, false],
    [{ property: 'gone', isActive: false }, true],
    [
      {
        allMatch: [
          { property: 'a', equals: 'yes' },
          { property: 'a', isEmpty: false },
        ],
      },
      true,
    ],
    [
      {
        allMatch: [
          { property: 'a', equals: 'yes' },
          { property: 'a', isEmpty: true },
        ],
      },
      false,
    ],
  ])('%j: %s', async (condition, expected) => {
    expect(await isActive(condition, text)).toBe(expected)
  })

  it('for numbers and switches by what they are, not by how the model writes them', async () => {
    const number = input('a', { type: 'Number', value: 5 })
    const flag = input('a', { type: 'Boolean', value: true })
    const header: TemplateProperty = {
      ...number,
      binding: { type: 'zeebe:taskHeader', key: 'a' },
    }

    expect(await isActive({ property: 'a', equals: 5 }, number)).toBe(true)
    expect(await isActive({ property: 'a', oneOf: ['=5'] }, number)).toBe(true)
    expect(await isActive({ property: 'a', equals: 6 }, header)).toBe(false)
    expect(await isActive({ property: 'a', equals: 5 }, header)).toBe(true)
    expect(await isActive({ property: 'a', equals: true }, flag)).toBe(true)
    expect(await isActive({ property: 'a', equals: false }, flag)).toBe(false)
  })

  it('not where two properties wait for each other', async () => {
    const other = input('other', { condition: { property: 'asked', isActive: true } })

    expect(await isActive({ property: 'other', isActive: true }, other)).toBe(false)
  })
})

describe('what conditions switch', () => {
  const choice: TemplateProperty = {
    id: 'choice',
    type: 'Dropdown',
    value: 'a',
    choices: ['a', 'b'].map((value) => ({ name: value, value })),
    binding: { type: 'zeebe:taskHeader', key: 'choice' },
  }
  const chain = testTemplate([
    input('last', { value: '3', condition: { property: 'middle', equals: '2' } }),
    input('middle', { value: '2', condition: { property: 'first', isActive: true } }),
    input('first', { value: '1', condition: { property: 'choice', equals: 'b' } }),
    choice,
  ])

  it('is written in the order of the template, and removed again, through whole chains', async () => {
    const { element, lines } = await testElement(task)
    perform(applyTemplate(element, chain))
    expect(fieldsOf(element, chain)).toEqual(['choice'])

    perform(changeField(element, chain, 'choice', 'b'))
    expect((await lines()).filter((line) => line.includes('zeebe:input'))).toEqual([
      '<zeebe:input source="3" target="last" />',
      '<zeebe:input source="2" target="middle" />',
      '<zeebe:input source="1" target="first" />',
    ])

    perform(changeField(element, chain, 'choice', 'a'))
    expect((await lines()).join('')).not.toContain('zeebe:input')
  })

  it('is undone in one go, to the byte', async () => {
    const { element, xml } = await testElement(task)
    perform(applyTemplate(element, chain))
    const before = await xml()

    const undo = perform(changeField(element, chain, 'choice', 'b'))
    perform(changeField(element, chain, 'middle', 'x'))()
    undo()

    expect(await xml()).toBe(before)
  })

  it('keeps one place for two properties of which one is active', async () => {
    const template = testTemplate([
      choice,
      input('one', {
        value: '1',
        binding: { type: 'zeebe:input', name: 'x' },
        condition: { property: 'choice', equals: 'a' },
      }),
      input('two', {
        value: '2',
        binding: { type: 'zeebe:input', name: 'x' },
        condition: { property: 'choice', equals: 'b' },
      }),
    ])
    const { element, lines } = await testElement(task)
    perform(applyTemplate(element, template))

    perform(changeField(element, template, 'choice', 'b'))
    expect(await lines()).toContain('<zeebe:input source="2" target="x" />')

    perform(changeField(element, template, 'two', 'mine'))
    perform(changeField(element, template, 'choice', 'a'))
    expect(await lines()).toContain('<zeebe:input source="mine" target="x" />')
  })

  it('comes to an end where conditions contradict each other', async () => {
    const template = testTemplate([
      input('a', { value: '1', condition: { property: 'b', isEmpty: true } }),
      input('b', { value: '2', condition: { property: 'a', isEmpty: true } }),
    ])
    const { element } = await testElement(task)

    expect(() => applyTemplate(element, template)).not.toThrow()
  })

  it('comes to an end where they do so in a template of thousands of properties', async () => {
    const { element } = await testElement(task)
    const template = testTemplate([
      input('a', { value: '1', condition: { property: 'b', isEmpty: true } }),
      input('b', { value: '2', condition: { property: 'a', isEmpty: true } }),
      ...Array.from({ length: 3000 }, (_, index) => input(`p${index}`, { value: 'x' })),
    ])

    perform(applyTemplate(element, template))

    expect(fieldsOf(element, template)).toContain('p2999')
  })

  it('follows a chain as long as a template of thousands of properties', async () => {
    const { element } = await testElement(task)
    const template = testTemplate(
      Array.from({ length: 20_000 }, (_, index) =>
        input(`p${index}`, { condition: { property: `p${index + 1}`, isActive: false } }),
      ),
    )

    // The last one asks for what is not there, so from it on every second one is active.
    expect(fieldsOf(element, template).slice(0, 2)).toEqual(['p1', 'p3'])
  })

  it('follows values through chains of a hundred properties', async () => {
    const { element } = await testElement(task)
    const template = testTemplate(
      Array.from({ length: 100 }, (_, index) =>
        input(
          `p${index}`,
          index === 0
            ? { value: 'x' }
            : { value: 'x', condition: { property: `p${index - 1}`, equals: 'x' } },
        ),
      ),
    )

    perform(applyTemplate(element, template))

    expect(fieldsOf(element, template)).toHaveLength(100)
  })

  it('offers only choices whose condition holds', async () => {
    const template = testTemplate([
      choice,
      input('size', {
        type: 'Dropdown',
        choices: [
          { name: 'Small', value: 's' },
          { name: 'Large', value: 'l', condition: { property: 'choice', equals: 'b' } },
        ],
      }),
    ])
    const { element } = await testElement(task)
    perform(applyTemplate(element, template))
    const offered = () =>
      readForm(element, template).groups[0]?.fields[1]?.choices.map(({ value }) => value)

    expect(offered()).toEqual(['s'])
    perform(changeField(element, template, 'choice', 'b'))
    expect(offered()).toEqual(['s', 'l'])
  })

  it('asks for a correlation key only where there is something to correlate with', async () => {
    const key: TemplateProperty = {
      id: 'key',
      value: '=a',
      binding: { type: 'bpmn:Message#zeebe:subscription#property', name: 'correlationKey' },
    }
    const start =
      '<bpmn:startEvent id="element"><bpmn:messageEventDefinition id="m" /></bpmn:startEvent>'
    const { element: first } = await testElement(start)
    const { element: inner } = await testElement(
      `<bpmn:subProcess id="sub" triggeredByEvent="true">${start}</bpmn:subProcess>`,
    )

    expect(fieldsOf(first, testTemplate([key]))).toEqual([])
    expect(fieldsOf(inner, testTemplate([key]))).toEqual(['key'])
  })
})
