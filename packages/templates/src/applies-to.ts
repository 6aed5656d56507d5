import { isStartOfEventSubProcess } from './bindings/event-definition.ts'
import { propertiesOf } from './bindings/binding-kind.ts'
import type { ElementTemplate } from './element-template.ts'
import type { ModdleElement } from './moddle-element.ts'
import { nameOf } from './template-binding.ts'

/** What an element must be to have a template. */
export interface ElementType {
  /** Such as `bpmn:StartEvent`. */
  readonly type: string
  /** Such as `bpmn:MessageEventDefinition`; none where the event has none. */
  readonly eventDefinitionType?: string
}

/**
 * What an element must be replaced by before a template is applied to it, if it is not that
 * already; undefined where the template leaves the type as it is. Where an element had another
 * template or none, an event gets a new event definition even if it has one of the type.
 */
export const elementTypeOf = ({ elementType }: ElementTemplate): ElementType | undefined => {
  if (elementType === undefined) return undefined
  const { value: type, eventDefinition } = elementType
  return { type, ...(eventDefinition !== undefined && { eventDefinitionType: eventDefinition }) }
}

/** Whether the template may be applied to the element, as it is or replaced. */
export const appliesTo = (template: ElementTemplate, element: ModdleElement): boolean => {
  if (!template.appliesTo.some((type) => element.$instanceOf(type))) return false
  if (bindsVariableEvents(template) && isStartOfProcess(element)) return false
  const [timer] = propertiesOf(template, ['bpmn:TimerEventDefinition#property'])
  return timer === undefined || canHaveTimer(element, nameOf(timer.binding))
}

const bindsVariableEvents = (template: ElementTemplate): boolean =>
  propertiesOf(template, ['bpmn:ConditionalEventDefinition#zeebe:conditionalFilter#property'])
    .length > 0

/** Nothing runs yet there, so that no variable can change. */
const isStartOfProcess = (element: ModdleElement): boolean =>
  element.$instanceOf('bpmn:StartEvent') && element.$parent?.$instanceOf('bpmn:Process') === true

const canHaveTimer = (element: ModdleElement, form: string): boolean => {
  const isOneOf = (...types: readonly string[]) => types.some((type) => element.$instanceOf(type))
  if (form === 'timeCycle') return isOneOf('bpmn:StartEvent', 'bpmn:BoundaryEvent')
  if (isOneOf('bpmn:BoundaryEvent', 'bpmn:IntermediateCatchEvent')) return true
  return form === 'timeDate' ? isOneOf('bpmn:StartEvent') : isStartOfEventSubProcess(element)
}
