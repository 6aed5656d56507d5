import type { Change, ModdleElement } from '@tenon/templates'
import { elementOf, elementsOf, textOf } from '../scope/model.ts'

/** The properties of a timer of which it has one. */
export const timerKinds = ['timeDuration', 'timeDate', 'timeCycle'] as const

export type TimerKind = (typeof timerKinds)[number]

export interface Time {
  readonly kind: TimerKind
  /** ISO 8601, cron, or FEEL with its `=`. */
  readonly text: string
}

/** What makes an event wait for a time. */
export const timerDefinitionOf = (event: ModdleElement): ModdleElement | undefined =>
  elementsOf(event, 'eventDefinitions').find(({ $type }) => $type === 'bpmn:TimerEventDefinition')

/** What a timer waits for; undefined while it says nothing. */
export const timeOf = (definition: ModdleElement): Time | undefined => {
  for (const kind of timerKinds) {
    const expression = elementOf(definition, kind)
    if (expression !== undefined) return { kind, text: textOf(expression, 'body') ?? '' }
  }
  return undefined
}

/** The kinds of time that an event may wait for: only what goes on can happen again. */
export const kindsFor = (event: ModdleElement): readonly TimerKind[] =>
  mayRepeat(event) ? timerKinds : ['timeDuration', 'timeDate']

const mayRepeat = (event: ModdleElement): boolean => {
  if (event.$instanceOf('bpmn:BoundaryEvent')) return event.get('cancelActivity') === false
  if (!event.$instanceOf('bpmn:StartEvent')) return false
  const isOfEvent = event.$parent?.get('triggeredByEvent') === true
  return !isOfEvent || event.get('isInterrupting') === false
}

/** Lets a timer wait for a time, and nothing else. */
export const setTime = (definition: ModdleElement, { kind, text }: Time): readonly Change[] => {
  const expression = definition.$model.create('bpmn:FormalExpression', { body: text })
  expression.$parent = definition
  const none = { timeDuration: undefined, timeDate: undefined, timeCycle: undefined }
  return [{ element: definition, properties: { ...none, [kind]: expression } }]
}
