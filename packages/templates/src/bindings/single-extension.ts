import { holdsText, type Draft } from '../draft.ts'
import type { BindingType } from '../element-template.ts'
import type { ModdleElement } from '../moddle-element.ts'
import { initialValueOf } from '../property-value.ts'
import { nameOf } from '../template-binding.ts'
import { propertiesOf, type BindingKind, type Transition } from './binding-kind.ts'
import { ensureExtension, findExtension, removeExtension } from './extension-elements.ts'
import { abandoned, keepsValue } from './keeps-value.ts'

/** Attributes of an extension element that stands once in the BPMN element. */
export const singleExtension = (
  extensionType: string,
  types: readonly [BindingType, ...BindingType[]],
): BindingKind => ({
  types,
  slotOf: (draft, element, binding) => {
    const extension = findExtension(draft, element, extensionType)
    return extension && { element: extension, name: nameOf(binding) }
  },
  write: (draft, element, { binding }, value) => {
    const extension = ensureExtension(draft, element, extensionType)
    const name = nameOf(binding)
    draft.set(extension, name, value ?? (holdsText(extension, name) ? '' : undefined))
  },
  update: (transition) => {
    const { draft, element, after } = transition
    if (propertiesOf(after, types).length === 0) {
      removeExtension(draft, element, extensionType)
      return
    }
    const isNew = findExtension(draft, element, extensionType) === undefined
    const extension = ensureExtension(draft, element, extensionType)
    const written = updateExtension(transition, types, extension)
    // Camunda's modeler makes a new one with its first attribute, and looks after each further one.
    const isLookedAt = written > (isNew ? 1 : 0)
    if (isLookedAt && removedWhenEmpty.has(extensionType) && isEmpty(draft, extension)) {
      removeExtension(draft, element, extensionType)
    }
  },
})

/** Those that Camunda's modeler takes away when nothing is left in them. */
const removedWhenEmpty = new Set(['zeebe:AssignmentDefinition', 'zeebe:TaskSchedule'])

/** How many attributes were written or removed. */
const updateExtension = (
  transition: Transition,
  types: readonly BindingType[],
  extension: ModdleElement,
): number => {
  const { draft, before, after } = transition
  const properties = propertiesOf(after, types)
  const written = properties.filter(
    (property) =>
      !keepsValue(transition, property, { element: extension, name: nameOf(property.binding) }),
  )
  for (const property of written) {
    draft.set(extension, nameOf(property.binding), initialValueOf(property))
  }
  const left = abandoned(propertiesOf(before, types), properties)
  for (const { binding } of left) draft.set(extension, nameOf(binding), undefined)
  return written.length + left.length
}

const isEmpty = (draft: Draft, extension: ModdleElement): boolean =>
  (extension.$descriptor.properties ?? []).every(
    ({ name }) => draft.explicit(extension, name) === undefined,
  )
