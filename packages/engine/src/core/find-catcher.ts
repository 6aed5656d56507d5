import type { EventDefinition } from '@tenon/bpmn'
import type { Element } from './definition.ts'
import type { ElementInstance } from './rows.ts'
import type { Step } from './step.ts'
import { isInterrupted, type EventAt } from './trigger-event.ts'

export interface Thrown {
  readonly kind: 'ERROR' | 'ESCALATION'
  readonly code: string
}

export interface Search {
  /** undefined where nothing catches it. */
  readonly catcher: EventAt | undefined
  /** Of the events that were asked in vain. */
  readonly otherCodes: readonly string[]
}

/**
 * The event that catches what is thrown in an element: the nearest from the inside out, at each
 * level that of the code before that of every code.
 */
export const findCatcher = (step: Step, thrower: ElementInstance, thrown: Thrown): Search => {
  const otherCodes: string[] = []
  for (const hostKey of hostsFrom(step, thrower)) {
    const events = eventsOfKind(step, hostKey, thrown.kind)
    const event =
      events.find(({ code }) => code === thrown.code) ?? events.find(({ code }) => code === null)
    if (event === undefined) otherCodes.push(...events.flatMap(({ code }) => code ?? []))
    else if (isBlocked(step, { hostKey, event: event.event }, thrown)) break
    else return { catcher: { hostKey, event: event.event }, otherCodes }
  }
  return { catcher: undefined, otherCodes }
}

/**
 * As in Zeebe, where an event sub-process that has ended all else in a scope throws itself: that
 * scope starts no other one, and catches no errors at all.
 */
const isBlocked = (step: Step, { hostKey, event }: EventAt, { kind }: Thrown): boolean =>
  (kind === 'ERROR' || event.model.type === 'START_EVENT') && isInterrupted(step, hostKey)

/** An element and the scopes around it, up to the process. */
const hostsFrom = (step: Step, { key, scopeKey }: ElementInstance): readonly number[] => {
  const around = step.state.elements.get(scopeKey)
  return around === undefined ? [key, scopeKey] : [key, ...hostsFrom(step, around)]
}

interface CatchingEvent {
  readonly event: Element
  /** null is every code. */
  readonly code: string | null
}

const eventsOfKind = (
  step: Step,
  hostKey: number,
  kind: Thrown['kind'],
): readonly CatchingEvent[] =>
  step.eventsAt(hostKey).flatMap((event) => {
    const definition = definitionOf(event)
    if (definition?.kind !== 'ERROR' && definition?.kind !== 'ESCALATION') return []
    return definition.kind === kind ? [{ event, code: definition.code }] : []
  })

const definitionOf = ({ model }: Element): EventDefinition | undefined =>
  model.type === 'BOUNDARY_EVENT' || model.type === 'START_EVENT' ? model.definition : undefined
