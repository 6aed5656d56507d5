import type { Draft } from '../draft.ts'
import type { ModdleElement } from '../moddle-element.ts'
import { initialValueOf } from '../property-value.ts'
import { nameOf } from '../template-binding.ts'
import { setText, slotOf } from './attribute.ts'
import { propertiesOf, type BindingKind, type Transition } from './binding-kind.ts'
import { findEventDefinition, isStartOfEventSubProcess } from './event-definition.ts'
import { abandoned, keepsValue } from './keeps-value.ts'

const types = ['bpmn:TimerEventDefinition#property'] as const
const forms = ['timeDate', 'timeDuration', 'timeCycle']

/** The date, duration or cycle of a timer event; it has one of them. */
export const timer: BindingKind = {
  types,
  slotOf: (draft, element, binding) => {
    const definition = findTimer(draft, element)
    return definition && slotOf(draft, definition, nameOf(binding))
  },
  write: (draft, element, { binding }, value) => {
    const definition = findTimer(draft, element)
    if (definition !== undefined) {
      setText(draft, { element: definition, name: nameOf(binding) }, value ?? '')
    }
  },
  update: (transition) => {
    const definition = findTimer(transition.draft, transition.element)
    if (definition !== undefined) updateTimer(transition, definition)
  },
}

const findTimer = (draft: Draft, element: ModdleElement) =>
  findEventDefinition(draft, element, 'bpmn:TimerEventDefinition')

const updateTimer = (transition: Transition, definition: ModdleElement): void => {
  const { draft, element, before, after } = transition
  const properties = propertiesOf(after, types)
  for (const { binding } of abandoned(propertiesOf(before, types), properties)) {
    draft.set(definition, nameOf(binding), undefined)
  }
  if (properties.some(({ binding }) => nameOf(binding) === 'timeCycle')) {
    letRepeat(draft, element)
  }
  for (const property of properties) {
    const name = nameOf(property.binding)
    if (keepsValue(transition, property, slotOf(draft, definition, name))) continue
    for (const form of forms) if (form !== name) draft.set(definition, form, undefined)
    setText(draft, { element: definition, name }, initialValueOf(property))
  }
}

/** What repeats cannot interrupt. */
const letRepeat = (draft: Draft, element: ModdleElement): void => {
  if (element.$instanceOf('bpmn:BoundaryEvent')) {
    if (draft.get(element, 'cancelActivity') !== false) draft.set(element, 'cancelActivity', false)
  } else if (isStartOfEventSubProcess(element)) {
    if (draft.get(element, 'isInterrupting') !== false) draft.set(element, 'isInterrupting', false)
  }
}
