import type { Draft } from '../draft.ts'
import type { ModdleElement } from '../moddle-element.ts'

/** What an event waits for or throws; of several the first of the type. */
export const findEventDefinition = (
  draft: Draft,
  element: ModdleElement,
  type: string,
): ModdleElement | undefined =>
  element.$instanceOf('bpmn:Event')
    ? draft.elements(element, 'eventDefinitions').find((each) => each.$instanceOf(type))
    : undefined

/** What refers to a message or signal: the event's first definition, or the task itself. */
export const referringElement = (
  draft: Draft,
  element: ModdleElement,
): ModdleElement | undefined =>
  element.$instanceOf('bpmn:Event') ? draft.elements(element, 'eventDefinitions')[0] : element

/** Whether the event starts a sub process that waits for it while the one around it runs. */
export const isStartOfEventSubProcess = (element: ModdleElement): boolean =>
  element.$instanceOf('bpmn:StartEvent') &&
  element.$parent?.$instanceOf('bpmn:SubProcess') === true &&
  element.$parent.get('triggeredByEvent') === true
