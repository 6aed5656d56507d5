import { TimingError, type StartEvent, type Timing } from '@tenon/bpmn'
import { FeelError } from '@tenon/feel'
import { OrchestrationError } from '@tenon/orchestration'
import { timingOfValue } from '../event-definitions/timer.ts'
import { compileText } from './compile-text.ts'
import type { Definition } from './definition.ts'
import type { Environment } from './step.ts'

/** A time at which a process starts by itself. */
export interface StartTiming extends Timing {
  /** The start event. */
  readonly elementId: string
}

/**
 * When a process starts by itself, as its deployment evaluates it, without variables. Throws
 * `DEPLOYMENT_REJECTED`.
 */
export const startTimingsOf = (
  { elements }: Definition,
  resourceName: string,
  environment: Environment,
): readonly StartTiming[] =>
  [...elements.values()].flatMap(({ model }) => {
    if (model.type !== 'START_EVENT' || model.parentId !== null) return []
    return timingsOf(model, resourceName, environment)
  })

const timingsOf = (
  { id, line, definition }: StartEvent,
  resourceName: string,
  environment: Environment,
): readonly StartTiming[] => {
  if (definition.kind !== 'TIMER') return []
  try {
    const value = compileText(definition.time)(() => undefined, environment)
    return [{ elementId: id, ...timingOfValue(value, definition, environment) }]
  } catch (error) {
    if (!(error instanceof TimingError || error instanceof FeelError)) throw error
    throw new OrchestrationError(
      'DEPLOYMENT_REJECTED',
      `${resourceName}: element ${id}, line ${line}: ${error.message} ` +
        'When it is deployed, there are no variables yet.',
      { cause: error },
    )
  }
}
