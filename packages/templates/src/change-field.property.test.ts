import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  applyTemplate,
  changeField,
  perform,
  readForm,
  removeTemplate,
  type ElementTemplate,
  type FieldValue,
  type TemplateBinding,
  type TemplateCondition,
  type TemplateProperty,
} from '@tenon/templates'
import { testElement, testTemplate } from './test-element.ts'

const places: readonly ((index: number) => TemplateBinding)[] = [
  (index) => ({ type: 'zeebe:input', name: `p${index}` }),
  (index) => ({ type: 'zeebe:output', source: `=p${index}` }),
  (index) => ({ type: 'zeebe:taskHeader', key: `p${index}` }),
  (index) => ({ type: 'zeebe:property', name: `p${index}` }),
  (index) => ({ type: 'zeebe:linkedResource', linkName: `p${index}`, property: 'resourceId' }),
]

const texts = ['a', 'b', '=c']
const choices = texts.map((value) => ({ name: value, value }))

const kinds: readonly Partial<TemplateProperty>[] = [
  { type: 'String', feel: 'optional', value: 'a' },
  { type: 'String', optional: true },
  { type: 'Dropdown', optional: true, choices, value: 'a' },
  { type: 'Number', feel: 'static', value: 1 },
  { type: 'Boolean', feel: 'static', value: true },
  { type: 'Hidden', value: 'constant' },
]

const condition = (index: number): fc.Arbitrary<TemplateCondition | undefined> => {
  if (index === 0) return fc.constant(undefined)
  const property = fc.nat(index - 1).map((of) => `p${of}`)
  const asked = fc.oneof(
    fc.record({ property, equals: fc.constantFrom<string | number | boolean>('a', 1, true) }),
    fc.record({ property, oneOf: fc.constant(['a', 'b']) }),
    fc.record({ property, isActive: fc.boolean() }),
    fc.record({ property, isEmpty: fc.boolean() }),
  )
  return fc.option(fc.oneof(asked, fc.record({ allMatch: fc.tuple(asked, asked) })), {
    nil: undefined,
  })
}

const property = (index: number): fc.Arbitrary<TemplateProperty> =>
  fc
    .record({
      kind: fc.constantFrom(...kinds),
      place: fc.constantFrom(...places),
      condition: condition(index),
    })
    .map(({ kind, place, condition: when }) => ({
      id: `p${index}`,
      ...kind,
      binding: place(index),
      ...(when !== undefined && { condition: when }),
    }))

const template: fc.Arbitrary<ElementTemplate> = fc
  .integer({ min: 1, max: 10 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => property(index))))
  .map((properties) => testTemplate(properties))

const edit = fc.record({
  at: fc.nat(20),
  text: fc.constantFrom<FieldValue>('a', 'b', '=c', undefined),
  number: fc.constantFrom<FieldValue>(0, 1, 2, undefined),
  flag: fc.boolean(),
})

const fieldsOf = (...of: Parameters<typeof readForm>) =>
  readForm(...of).groups.flatMap(({ fields }) => fields)

const valueOf = (
  { type }: TemplateProperty,
  { text, number, flag }: typeof edit extends fc.Arbitrary<infer E> ? E : never,
): FieldValue => (type === 'Number' ? number : type === 'Boolean' ? flag : text)

const serviceTask = '<bpmn:serviceTask id="element" />'

it('is undone to the byte, step by step, whatever conditions switch', async () => {
  await fc.assert(
    fc.asyncProperty(template, fc.array(edit, { maxLength: 6 }), async (of, edits) => {
      const { element, xml } = await testElement(serviceTask)
      const states = [await xml()]
      const undos = [perform(applyTemplate(element, of))]
      for (const step of edits) {
        const fields = fieldsOf(element, of)
        const field = fields[step.at % Math.max(1, fields.length)]
        if (field === undefined) continue
        states.push(await xml())
        undos.push(perform(changeField(element, of, field.id, valueOf(field.property, step))))
      }
      states.push(await xml())
      undos.push(perform(removeTemplate(element, of)))

      for (const undo of undos.toReversed()) {
        undo()
        expect(await xml()).toBe(states.pop())
      }
    }),
    { numRuns: 60 },
  )
})

it('gives the value back, and leaves nothing in the model of what is not active', async () => {
  await fc.assert(
    fc.asyncProperty(
      template,
      fc.array(edit, { minLength: 1, maxLength: 6 }),
      async (of, edits) => {
        const { element, xml } = await testElement(serviceTask)
        perform(applyTemplate(element, of))
        for (const step of edits) {
          const fields = fieldsOf(element, of)
          const field = fields[step.at % Math.max(1, fields.length)]
          if (field === undefined) continue
          const value = valueOf(field.property, step)
          perform(changeField(element, of, field.id, value))

          const after = fieldsOf(element, of)
          const same = after.find(({ id }) => id === field.id)
          if (same !== undefined) expect(same.value).toBe(value)
          const written = await xml()
          const shown = new Set(after.map(({ id }) => id))
          for (const { id = '', type } of of.properties) {
            if (type === 'Hidden' || shown.has(id)) continue
            expect(written).not.toMatch(new RegExp(`"=?${id}"`))
          }
        }
      },
    ),
    { numRuns: 60 },
  )
})

it('has been applied when it is applied once', async () => {
  await fc.assert(
    fc.asyncProperty(template, async (of) => {
      const { element } = await testElement(serviceTask)
      perform(applyTemplate(element, of))

      expect(applyTemplate(element, of)).toEqual([])
      expect(applyTemplate(element, of, { previous: of })).toEqual([])
    }),
    { numRuns: 60 },
  )
})
