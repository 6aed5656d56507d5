import { newElement, type Draft } from '../draft.ts'
import type { TemplateProperty } from '../element-template.ts'
import type { ModdleElement } from '../moddle-element.ts'
import { initialValueOf, type Value } from '../property-value.ts'
import type { TemplateBinding } from '../template-binding.ts'
import { propertiesOf, type BindingKind, type Slot, type Transition } from './binding-kind.ts'
import { ensureExtension, findExtension, removeExtension } from './extension-elements.ts'
import { abandoned, keepsValue } from './keeps-value.ts'

const types = ['zeebe:linkedResource'] as const
const extensionType = 'zeebe:LinkedResources'

/** Attributes of resources that a job worker gets, each with a name of its own. */
export const linkedResources: BindingKind = {
  types,
  slotOf: (draft, element, binding) => {
    const extension = findExtension(draft, element, extensionType)
    return extension && slotIn(draft, extension, binding)
  },
  write: (draft, element, { binding }, value) => {
    setIn(draft, ensureExtension(draft, element, extensionType), binding, value)
  },
  update: (transition) => {
    const { draft, element } = transition
    if (propertiesOf(transition.after, types).length === 0) {
      removeExtension(draft, element, extensionType)
    } else {
      updateResources(transition, ensureExtension(draft, element, extensionType))
    }
  },
}

const updateResources = (transition: Transition, extension: ModdleElement): void => {
  const { draft, before, after } = transition
  const properties = propertiesOf(after, types)
  const unused = new Set(draft.elements(extension, 'values'))
  for (const property of properties) {
    const used = updateResource(transition, extension, property)
    if (used !== undefined) unused.delete(used)
  }
  for (const resource of unused) draft.remove(extension, 'values', resource)
  for (const { binding } of abandoned(propertiesOf(before, types), properties)) {
    const slot = slotIn(draft, extension, binding)
    if (slot !== undefined) draft.set(slot.element, slot.name, undefined)
  }
}

const updateResource = (
  transition: Transition,
  extension: ModdleElement,
  property: TemplateProperty,
): ModdleElement | undefined => {
  const { draft } = transition
  const slot = slotIn(draft, extension, property.binding)
  if (keepsValue(transition, property, slot)) return slot?.element
  const value = initialValueOf(property)
  if (value === undefined && property.optional === true) return undefined
  return setIn(draft, extension, property.binding, value)
}

const slotIn = (
  draft: Draft,
  extension: ModdleElement,
  binding: TemplateBinding,
): Slot | undefined => {
  if (!('linkName' in binding)) return undefined
  const resource = draft
    .elements(extension, 'values')
    .find((each) => draft.get(each, 'linkName') === binding.linkName)
  return resource && { element: resource, name: binding.property }
}

/** The resource, made where there is none of that name. */
const setIn = (
  draft: Draft,
  extension: ModdleElement,
  binding: TemplateBinding,
  value: Value,
): ModdleElement | undefined => {
  if (!('linkName' in binding)) return undefined
  const { linkName, property } = binding
  const resource =
    slotIn(draft, extension, binding)?.element ??
    newElement('zeebe:LinkedResource', extension, { linkName })
  if (!draft.elements(extension, 'values').includes(resource)) {
    draft.append(extension, 'values', resource)
  }
  draft.set(resource, property, value)
  return resource
}
