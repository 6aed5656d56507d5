import { findCatcher } from './find-catcher.ts'
import { IncidentError } from './incident-error.ts'
import type { ElementInstance } from './rows.ts'
import type { Step } from './step.ts'
import type { EventAt } from './trigger-event.ts'

export interface ThrownError {
  readonly errorCode: string
  readonly errorMessage: string
}

/** The event that catches an error. Throws `IncidentError` where there is none. */
export const findErrorCatcher = (
  step: Step,
  thrower: ElementInstance,
  error: ThrownError,
): EventAt => {
  const { catcher, otherCodes } = findCatcher(step, thrower, {
    kind: 'ERROR',
    code: error.errorCode,
  })
  if (catcher !== undefined) return catcher
  throw uncaught(error, otherCodes)
}

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
