import { writeProperty } from './bindings/binding-kinds.ts'
import type { Change } from './change.ts'
import { activePart } from './conditions.ts'
import { Draft } from './draft.ts'
import type { ElementTemplate } from './element-template.ts'
import { TemplateError } from './errors.ts'
import { fieldsById } from './field-id.ts'
import { fromFieldValue, type FieldValue } from './field-value.ts'
import { followConditions } from './follow-conditions.ts'
import type { ModdleElement } from './moddle-element.ts'

/**
 * Writes a value into the field of the id that `readForm` gives, with what its conditions switch
 * on and off. Undefined or empty text is no value. Throws `TEMPLATE_FIELD_UNKNOWN`.
 */
export const changeField = (
  element: ModdleElement,
  template: ElementTemplate,
  fieldId: string,
  value: FieldValue,
): readonly Change[] => {
  const draft = new Draft()
  const active = activePart(draft, element, template)
  const property = fieldsById(active).get(fieldId)
  if (property === undefined) throw unknownField(template, active, fieldId)
  writeProperty(draft, element, property, fromFieldValue(property, value))
  followConditions({ draft, element, template, forced: new Set(), edited: property }, active)
  return draft.changes()
}

const unknownField = (
  { id }: ElementTemplate,
  active: ElementTemplate,
  fieldId: string,
): TemplateError =>
  new TemplateError(
    'TEMPLATE_FIELD_UNKNOWN',
    `Template "${id}" shows no field "${fieldId}" now. ` +
      `Choose one of: ${[...fieldsById(active).keys()].join(', ')}.`,
  )
