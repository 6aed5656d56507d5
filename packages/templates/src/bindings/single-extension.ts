import { holdsText, type Draft } from '../draft.ts'
import type { BindingType } from '../element-template.ts'
import type { ModdleElement } from '../moddle-element.ts'
import { initialValueOf } from '../property-value.ts'
import { nameOf } from '../template-binding.ts'
import { propertiesOf, type BindingKind } from './binding-kind.ts'
import { ensureExtension, findExtension, removeExtension } from './extension-elements.ts'
import { abandoned, keepsValue } from './keeps-value.ts'

/** Those that Camunda's modeler takes away when an update leaves nothing in them. */
const removedWhenEmpty = new Set(['zeebe:AssignmentDefinition', 'zeebe:TaskSchedule'])

/** Attributes of an extension element that stands once in the BPMN element. */
export const singleExtension = (
  extensionType: string,
  types: readonly [BindingType, ...BindingType[]],
): BindingKind => {
  const slotOf: BindingKind['slotOf'] = (draft, element, binding) => {
    const extension = findExtension(draft, element, extensionType)
    return extension && { element: extension, name: nameOf(binding) }
  }
  return {
    types,
    slotOf,
    write: (draft, element, { binding }, value) => {
      const extension = ensureExtension(draft, element, extensionType)
      const name = nameOf(binding)
      draft.set(extension, name, value ?? (holdsText(extension, name) ? '' : undefined))
    },
    update: (transition) => {
      const { draft, element, before } = transition
      const properties = propertiesOf(transition.after, types)
      if (properties.length === 0) {
        removeExtension(draft, element, extensionType)
        return
      }
      const found = findExtension(draft, element, extensionType)
      const extension = ensureExtension(draft, element, extensionType)
      const written = properties.filter((property) => {
        const slot = { element: extension, name: nameOf(property.binding) }
        return !keepsValue(transition, property, slot)
      })
      for (const property of written)
        draft.set(extension, nameOf(property.binding), initialValueOf(property))
      const left = abandoned(propertiesOf(before, types), properties)
      for (const { binding } of left) draft.set(extension, nameOf(binding), undefined)

      // What makes a new one is no update of it.
      const updates = written.length + left.length - (found === undefined ? 1 : 0)
      if (updates > 0 && removedWhenEmpty.has(extensionType) && isEmpty(draft, extension))
        removeExtension(draft, element, extensionType)
    },
  }
}

const isEmpty = (draft: Draft, extension: ModdleElement): boolean =>
  (extension.$descriptor.properties ?? []).every(
    ({ name }) => draft.explicit(extension, name) === undefined,
  )
