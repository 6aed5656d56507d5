import type { ElementTemplate, TemplateProperty } from './element-template.ts'
import { placeOf } from './template-binding.ts'

/**
 * The fields of a form by their ids, in order. A field has the id of its property or, without
 * one, its place, as in `zeebe:input.url`; of several active ones the second ends with `#2`.
 */
export const fieldsById = ({
  properties,
}: ElementTemplate): ReadonlyMap<string, TemplateProperty> => {
  const fields = new Map<string, TemplateProperty>()
  const times = new Map<string, number>()
  for (const property of properties) {
    if (property.type === 'Hidden') continue
    const id = property.id ?? placeOf(property.binding)
    const time = (times.get(id) ?? 0) + 1
    times.set(id, time)
    fields.set(time === 1 ? id : `${id}#${time}`, property)
  }
  return fields
}
