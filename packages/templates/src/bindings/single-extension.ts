import { holdsText } from '../draft.ts'
import type { BindingType } from '../element-template.ts'
import { initialValueOf } from '../property-value.ts'
import { nameOf } from '../template-binding.ts'
import { propertiesOf, type BindingKind } from './binding-kind.ts'
import { ensureExtension, findExtension, removeExtension } from './extension-elements.ts'
import { abandoned, keepsValue } from './keeps-value.ts'

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
      const extension = ensureExtension(draft, element, extensionType)
      for (const property of properties) {
        const slot = { element: extension, name: nameOf(property.binding) }
        if (keepsValue(transition, property, slot)) continue
        draft.set(extension, slot.name, initialValueOf(property))
      }
      for (const { binding } of abandoned(propertiesOf(before, types), properties)) {
        draft.set(extension, nameOf(binding), undefined)
      }
    },
  }
}
