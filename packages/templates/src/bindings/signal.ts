import { initialValueOf } from '../property-value.ts'
import { nameOf } from '../template-binding.ts'
import { writeAttribute } from './attribute.ts'
import { propertiesOf, type BindingKind } from './binding-kind.ts'
import { abandoned, keepsValue } from './keeps-value.ts'
import {
  claimReferenced,
  ensureReferenced,
  findReferenced,
  removeReferenced,
  signalReference as referenced,
} from './referenced-element.ts'

const types = ['bpmn:Signal#property'] as const

/** The signal of an event. */
export const signal: BindingKind = {
  types,
  slotOf: (draft, element, binding) => {
    const own = findReferenced(draft, element, referenced)
    return own && { element: own, name: nameOf(binding) }
  },
  write: (draft, element, { binding }, value) => {
    const own =
      findReferenced(draft, element, referenced) ?? ensureReferenced(draft, element, referenced)
    if (own !== undefined) writeAttribute(draft, own, nameOf(binding), value)
  },
  update: (transition) => {
    const { draft, element, before, after } = transition
    const properties = propertiesOf(after, types)
    if (properties.length === 0) {
      removeReferenced(draft, element, referenced)
      return
    }
    const own = ensureReferenced(draft, element, referenced)
    if (own === undefined) return
    for (const { binding } of abandoned(propertiesOf(before, types), properties)) {
      draft.set(own, nameOf(binding), undefined)
    }
    for (const property of properties) {
      const slot = { element: own, name: nameOf(property.binding) }
      if (keepsValue(transition, property, slot)) continue
      draft.set(own, slot.name, initialValueOf(property))
    }
    claimReferenced(draft, element, referenced)
  },
}
