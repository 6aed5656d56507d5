import {
  TimingError,
  timingOf,
  type FlowElement,
  type TimerDefinition,
  type Timing,
  type TimingClock,
} from '@tenon/bpmn'
import { toJson, type Value } from '@tenon/feel'
import type { ElementBehavior, CompileContext } from '../core/element-behavior.ts'
import { evaluateField } from '../core/evaluate-field.ts'
import { IncidentError } from '../core/incident-error.ts'

/** Waits until the time has come that the definition gives when the waiting begins. */
export const awaitTimer = (
  definition: TimerDefinition,
  { id: elementId }: Pick<FlowElement, 'id'>,
  compile: CompileContext['compile'],
): NonNullable<ElementBehavior['wait']> => {
  const field = { evaluate: compile(definition.time), what: 'timer' }
  return (step, hostKey) => {
    const { processInstance, environment } = step
    const value = evaluateField(step, { key: hostKey }, field)
    const timing = asIncident(() => timingOfValue(value, definition, environment))
    step.emit({
      entity: 'timer',
      row: {
        key: environment.nextKey(),
        processInstanceKey: processInstance.key,
        hostKey,
        elementId,
        ...timing,
        endedAt: null,
      },
    })
  }
}

const asIncident = (read: () => Timing): Timing => {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof TimingError)) throw error
    const message = `${error.message} Correct the variables and resolve the incident.`
    throw new IncidentError('EXTRACT_VALUE_ERROR', message, { cause: error })
  }
}

/** What a FEEL value, or a text as it is, gives for a timer. Throws `TimingError`. */
export const timingOfValue = (
  value: Value,
  { timing }: Pick<TimerDefinition, 'timing'>,
  clock: TimingClock,
): Timing => {
  const text = typeof value === 'string' ? value : textOf(value, clock)
  if (text !== undefined) return timingOf(timing, text, clock)
  const shown = JSON.stringify(toJson(value)).slice(0, shownMax)
  throw new TimingError(`The timer needs ${wanted[timing]}, but its expression gives ${shown}.`)
}

/** Characters of a value in a message. */
const shownMax = 100

const wanted: Readonly<Record<TimerDefinition['timing'], string>> = {
  DATE: 'a date and time',
  DURATION: 'a duration',
  CYCLE: 'a text such as "R3/PT10M", or cron',
}

/** Of dates and durations; one without an offset is where days begin. */
const textOf = (value: Value, { timeZone }: TimingClock): string | undefined => {
  const json = toJson(value)
  if (typeof json !== 'string') return undefined
  const isLocal = /^[+-]?\d+-\d\d-\d\dT[\d:.]+$/.test(json)
  return isLocal ? Temporal.PlainDateTime.from(json).toZonedDateTime(timeZone).toString() : json
}
