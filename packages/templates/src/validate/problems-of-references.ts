import { z } from 'zod'
import type { TemplateProblem } from './template-problem.ts'

const asked = z.object({ property: z.string() })
const condition = z
  .union([
    z.object({ allMatch: z.array(asked) }).transform(({ allMatch }) => allMatch),
    asked.transform((one) => [one]),
  ])
  .default([])
const referring = z.object({
  properties: z.array(z.object({ id: z.string().optional(), condition })),
})
const templates = z.union([z.array(referring), referring.transform((one) => [one])])

/**
 * What the schema cannot see: ids that stand twice, conditions that ask what is not there. Other
 * tools accept both, and show a field never, or by another field's value. So these are warnings:
 * what runs elsewhere runs here. Expects templates that keep to the schema.
 */
export const problemsOfReferences = (value: object): readonly TemplateProblem[] =>
  templates.parse(value).flatMap(({ properties }, at) => {
    const prefix = Array.isArray(value) ? `[${at}].` : ''
    const firstAt = new Map<string, number>()
    for (const [index, { id }] of properties.entries()) {
      if (id !== undefined && !firstAt.has(id)) firstAt.set(id, index)
    }
    return properties.flatMap(({ id, condition: conditions }, index): TemplateProblem[] => {
      const path = `${prefix}properties[${index}]`
      const unknown = conditions.filter(({ property }) => !firstAt.has(property))
      return [
        ...(id !== undefined && firstAt.get(id) !== index ? [takenId(path, id)] : []),
        ...unknown.map(({ property }) => unknownProperty(path, property)),
      ]
    })
  })

const takenId = (path: string, id: string): TemplateProblem => ({
  code: 'TEMPLATE_ID_TAKEN',
  severity: 'warning',
  path: `${path}.id`,
  message: `${path}.id: "${id}" is the id of an earlier property. Give this one another id.`,
})

const unknownProperty = (path: string, property: string): TemplateProblem => ({
  code: 'TEMPLATE_PROPERTY_UNKNOWN',
  severity: 'warning',
  path: `${path}.condition`,
  message: `${path}.condition: no property has the id "${property}". Correct it, or add one.`,
})
