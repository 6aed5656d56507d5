import type { IncidentErrorType } from '@tenon/orchestration'

/** Stops a transition: the element waits, with an incident, until somebody resolves it. */
export class IncidentError extends Error {
  override readonly name = 'IncidentError'
  readonly errorType: IncidentErrorType
  constructor(errorType: IncidentErrorType, message: string, options?: ErrorOptions) {
    super(message, options)
    this.errorType = errorType
  }
}
