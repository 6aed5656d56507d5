import type { Draft } from '../draft.ts'
import type { ModdleElement } from '../moddle-element.ts'
import { initialValueOf, type Value } from '../property-value.ts'
import { nameOf, type TemplateBinding } from '../template-binding.ts'
import { setText, slotOf } from './attribute.ts'
import { propertiesOf, type BindingKind, type Slot } from './binding-kind.ts'
import { findEventDefinition } from './event-definition.ts'
import { ensureExtension, findExtension } from './extension-elements.ts'
import { abandoned, keepsValue } from './keeps-value.ts'

const types = [
  'bpmn:ConditionalEventDefinition#property',
  'bpmn:ConditionalEventDefinition#zeebe:conditionalFilter#property',
] as const

/** The condition of a conditional event, and after which changes of variables it is asked. */
export const conditionalEvent: BindingKind = {
  types,
  slotOf: (draft, element, binding) => {
    const definition = findDefinition(draft, element)
    return definition && slotIn(draft, definition, binding)
  },
  write: (draft, element, { binding }, value) => {
    const definition = findDefinition(draft, element)
    if (definition !== undefined) setIn(draft, definition, binding, value ?? '')
  },
  update: (transition) => {
    const { draft, element, before, after } = transition
    const definition = findDefinition(draft, element)
    if (definition === undefined) return
    const properties = propertiesOf(after, types)
    for (const { binding } of abandoned(propertiesOf(before, types), properties)) {
      const slot = slotIn(draft, definition, binding)
      if (slot?.name === 'body') draft.set(definition, nameOf(binding), undefined)
      else if (slot !== undefined) draft.set(slot.element, slot.name, undefined)
    }
    for (const property of properties) {
      const { binding } = property
      if (keepsValue(transition, property, slotIn(draft, definition, binding))) continue
      setIn(draft, definition, binding, initialValueOf(property))
    }
  },
}

const findDefinition = (draft: Draft, element: ModdleElement) =>
  findEventDefinition(draft, element, 'bpmn:ConditionalEventDefinition')

const isCondition = ({ type }: TemplateBinding): boolean => type === types[0]

const slotIn = (
  draft: Draft,
  definition: ModdleElement,
  binding: TemplateBinding,
): Slot | undefined => {
  if (isCondition(binding)) return slotOf(draft, definition, nameOf(binding))
  const filter = findExtension(draft, definition, 'zeebe:ConditionalFilter')
  return filter && { element: filter, name: nameOf(binding) }
}

const setIn = (
  draft: Draft,
  definition: ModdleElement,
  binding: TemplateBinding,
  value: Value,
): void => {
  const name = nameOf(binding)
  if (isCondition(binding)) setText(draft, { element: definition, name }, value)
  else draft.set(ensureExtension(draft, definition, 'zeebe:ConditionalFilter'), name, value)
}
