import { initialValueOf } from '../property-value.ts'
import { nameOf } from '../template-binding.ts'
import { writeAttribute } from './attribute.ts'
import { propertiesOf, type BindingKind, type Transition } from './binding-kind.ts'
import { ensureExtension, findExtension, removeExtension } from './extension-elements.ts'
import { abandoned, keepsValue } from './keeps-value.ts'
import {
  claimReferenced,
  ensureReferenced,
  findReferenced,
  removeReferenced,
  messageReference as referenced,
} from './referenced-element.ts'

const messageTypes = ['bpmn:Message#property'] as const
const subscriptionTypes = ['bpmn:Message#zeebe:subscription#property'] as const
const types = [...messageTypes, ...subscriptionTypes] as const

/** The message of an event or task, and how a process instance subscribes to it. */
export const message: BindingKind = {
  types,
  slotOf: (draft, element, binding) => {
    const own = findReferenced(draft, element, referenced)
    const isOfMessage = binding.type === 'bpmn:Message#property'
    const holder = isOfMessage ? own : own && findExtension(draft, own, 'zeebe:Subscription')
    return holder && { element: holder, name: nameOf(binding) }
  },
  write: (draft, element, { binding }, value) => {
    const own =
      findReferenced(draft, element, referenced) ?? ensureReferenced(draft, element, referenced)
    if (own === undefined) return
    if (binding.type === 'bpmn:Message#property') {
      writeAttribute(draft, own, nameOf(binding), value)
    } else {
      draft.set(ensureExtension(draft, own, 'zeebe:Subscription'), nameOf(binding), value ?? '')
    }
  },
  update: (transition) => {
    const { draft, element, after } = transition
    updateMessage(transition)
    updateSubscription(transition)
    if (propertiesOf(after, types).length === 0) removeReferenced(draft, element, referenced)
    else claimReferenced(draft, element, referenced)
  },
  settle: (draft, element) => {
    if (!element.$instanceOf('bpmn:Event')) return
    const own = findReferenced(draft, element, referenced)
    const subscription = own && findExtension(draft, own, 'zeebe:Subscription')
    if (own === undefined || subscription === undefined) return
    const names = (subscription.$descriptor.properties ?? []).map(({ name }) => name)
    const isEmpty = names.every((name) => draft.explicit(subscription, name) === undefined)
    if (isEmpty) removeExtension(draft, own, 'zeebe:Subscription')
  },
}

const updateMessage = (transition: Transition): void => {
  const { draft, element, before, after } = transition
  const properties = propertiesOf(after, messageTypes)
  const old = findReferenced(draft, element, referenced)
  for (const { binding } of abandoned(propertiesOf(before, messageTypes), properties)) {
    if (old !== undefined) draft.set(old, nameOf(binding), undefined)
  }
  if (properties.length === 0) return
  const own = ensureReferenced(draft, element, referenced)
  if (own === undefined) return
  for (const property of properties) {
    const slot = { element: own, name: nameOf(property.binding) }
    if (!keepsValue(transition, property, slot)) draft.set(own, slot.name, initialValueOf(property))
  }
}

const updateSubscription = (transition: Transition): void => {
  const { draft, element, before, after } = transition
  const properties = propertiesOf(after, subscriptionTypes)
  const gone = abandoned(propertiesOf(before, subscriptionTypes), properties)
  if (properties.length === 0 && gone.length === 0) return
  const own =
    properties.length === 0
      ? findReferenced(draft, element, referenced)
      : ensureReferenced(draft, element, referenced)
  if (own === undefined) return
  const subscription = ensureExtension(draft, own, 'zeebe:Subscription')
  for (const property of properties) {
    const slot = { element: subscription, name: nameOf(property.binding) }
    if (keepsValue(transition, property, slot)) continue
    draft.set(subscription, slot.name, initialValueOf(property))
  }
  for (const { binding } of gone) draft.set(subscription, nameOf(binding), undefined)
}
