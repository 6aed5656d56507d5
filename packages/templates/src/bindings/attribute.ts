import { newElement, type Draft } from '../draft.ts'
import { TemplateError } from '../errors.ts'
import type { ModdleElement } from '../moddle-element.ts'
import { initialValueOf, type Value } from '../property-value.ts'
import { nameOf } from '../template-binding.ts'
import { propertiesOf, type BindingKind, type Slot } from './binding-kind.ts'
import { abandoned, keepsValue } from './keeps-value.ts'

const types = ['property'] as const

/** Attributes of the BPMN element itself, and what it contains as an expression. */
export const attribute: BindingKind = {
  types,
  slotOf: (draft, element, binding) => slotOf(draft, element, nameOf(binding)),
  write: (draft, element, { binding }, value) =>
    writeAttribute(draft, element, nameOf(binding), value),
  update: (transition) => {
    const { draft, element, before, after } = transition
    const properties = propertiesOf(after, types)
    for (const { binding } of abandoned(propertiesOf(before, types), properties)) {
      draft.set(element, nameOf(binding), undefined)
    }
    for (const property of properties) {
      const name = nameOf(property.binding)
      const slot = slotOf(draft, element, name)
      if (!keepsValue(transition, property, slot)) {
        setText(draft, { element, name }, initialValueOf(property))
      }
    }
  },
}

/** Writes an attribute in the metamodel's type; what is not a number leaves an integer as it is. */
export const writeAttribute = (
  draft: Draft,
  element: ModdleElement,
  name: string,
  value: Value,
): void => {
  const type = typeOf(element, name)
  if (type === 'String' || isExpression(element, name)) {
    setText(draft, { element, name }, isEmpty(value) ? '' : value)
  } else if (type === 'Boolean') {
    draft.set(element, name, Boolean(value))
  } else if (type === 'Integer') {
    const number = Number.parseInt(String(value), 10)
    if (!Number.isNaN(number)) draft.set(element, name, number)
  } else {
    throw new TemplateError(
      'TEMPLATE_BINDING_UNSUPPORTED',
      `The attribute "${name}" of ${element.$type} holds a ${type}, which no template can set. ` +
        'Bind the property to another attribute.',
    )
  }
}

/** Sets a text, or the text of an expression. */
export const setText = (draft: Draft, { element, name }: Slot, value: Value): void => {
  if (!isExpression(element, name)) {
    draft.set(element, name, value)
    return
  }
  const expression = draft.element(element, name)
  if (expression?.$instanceOf('bpmn:FormalExpression') === true) {
    draft.set(expression, 'body', value)
  } else {
    draft.set(element, name, newElement('bpmn:FormalExpression', element, { body: value }))
  }
}

/** Of an expression the one of its text. */
export const slotOf = (draft: Draft, element: ModdleElement, name: string): Slot | undefined => {
  if (!isExpression(element, name)) return { element, name }
  const expression = draft.element(element, name)
  return expression && { element: expression, name: 'body' }
}

const isExpression = (element: ModdleElement, name: string): boolean =>
  ['bpmn:Expression', 'bpmn:FormalExpression'].includes(typeOf(element, name))

const typeOf = ({ $descriptor }: ModdleElement, name: string): string =>
  $descriptor.propertiesByName[name]?.type ?? 'String'

// As Camunda's modeler has it, a switch that is off is no text.
const isEmpty = (value: Value): boolean => value === undefined || value === false
