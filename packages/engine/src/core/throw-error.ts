import type { EventDefinition } from '@tenon/bpmn'
import type { Element } from './definition.ts'
import { IncidentError } from './incident-error.ts'
import type { ElementInstance } from './rows.ts'
import type { Step } from './step.ts'
import { isInterrupted, type EventAt } from './trigger-event.ts'

export interface ThrownError {
  readonly errorCode: string
  readonly errorMessage: string
}

/**
 * The event that catches an error thrown in an element: the nearest from the inside out, at each
 * level that of the code before that of every error. Throws `IncidentError` where there is none.
 */
export const findCatcher = (step: Step, thrower: ElementInstance, thrown: ThrownError): EventAt => {
  const codes: string[] = []
  for (const hostKey of hostsFrom(step, thrower)) {
    const events = errorEventsAt(step, hostKey)
    const event =
      events.find(({ code }) => code === thrown.errorCode) ??
      events.find(({ code }) => code === null)
    if (event === undefined) codes.push(...events.flatMap(({ code }) => code ?? []))
    // As in Zeebe, where an event sub-process that has ended all else in a scope throws itself.
    else if (isInterrupted(step, hostKey)) break
    else return { hostKey, event: event.event }
  }
  throw uncaught(thrown, codes)
}

/** An element and the scopes around it, up to the process. */
const hostsFrom = (step: Step, { key, scopeKey }: ElementInstance): readonly number[] => {
  const around = step.state.elements.get(scopeKey)
  return around === undefined ? [key, scopeKey] : [key, ...hostsFrom(step, around)]
}

interface ErrorEvent {
  readonly event: Element
  readonly code: string | null
}

const errorEventsAt = (step: Step, hostKey: number): readonly ErrorEvent[] =>
  step.eventsAt(hostKey).flatMap((event) => {
    const definition = definitionOf(event)
    return definition?.kind === 'ERROR' ? [{ event, code: definition.code }] : []
  })

const definitionOf = ({ model }: Element): EventDefinition | undefined =>
  model.type === 'BOUNDARY_EVENT' || model.type === 'START_EVENT' ? model.definition : undefined

const uncaught = (
  { errorCode, errorMessage }: ThrownError,
  codes: readonly string[],
): IncidentError => {
  const available =
    codes.length === 0
      ? 'No error events are available in the scope.'
      : `Available error events are [${codes.join(', ')}]`
  return new IncidentError(
    'UNHANDLED_ERROR_EVENT',
    `Expected to throw an error event with the code '${errorCode}' with message ` +
      `'${errorMessage}', but it was not caught. ${available}`,
  )
}
