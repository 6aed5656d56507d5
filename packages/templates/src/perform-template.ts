import { appliesTo, elementTypeOf } from './applies-to.ts'
import { applyTemplate, type ApplyOptions } from './apply-template.ts'
import { perform } from './change.ts'
import { Draft } from './draft.ts'
import type { ElementTemplate } from './element-template.ts'
import { TemplateError } from './errors.ts'
import type { ModdleElement } from './moddle-element.ts'
import { replaceElement } from './replace-element.ts'
import { templateOf } from './template-reference.ts'

/**
 * Gives an element of a model the template, without a modeler, and replaces it where the template
 * wants another type. Returns the element that has it. Throws `TEMPLATE_NOT_APPLICABLE`, and what
 * `replaceElement` and `applyTemplate` throw.
 */
export const performTemplate = (
  element: ModdleElement,
  template: ElementTemplate,
  options: ApplyOptions = {},
): ModdleElement => {
  if (!appliesTo(template, element)) throw notApplicable(element, template)
  const applied = needsReplacement(element, template)
    ? replaceElement(element, elementTypeOf(template) ?? { type: element.$type })
    : element
  perform(applyTemplate(applied, template, options))
  return applied
}

/** The definition of an event is only kept for the template that the event already has. */
const needsReplacement = (element: ModdleElement, template: ElementTemplate): boolean => {
  const wanted = elementTypeOf(template)
  if (wanted === undefined) return false
  if (wanted.type !== element.$type) return true
  if (wanted.eventDefinitionType === undefined) return false
  const [definition] = new Draft().elements(element, 'eventDefinitions')
  return templateOf(element)?.id !== template.id || definition?.$type !== wanted.eventDefinitionType
}

const notApplicable = ({ $type }: ModdleElement, { id, appliesTo: types }: ElementTemplate) =>
  new TemplateError(
    'TEMPLATE_NOT_APPLICABLE',
    `Template "${id}" is for ${types.join(', ')} and does not fit this ${$type}. ` +
      'Choose another element or another template.',
  )
