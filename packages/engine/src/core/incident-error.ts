import { OrchestrationError, type IncidentErrorType } from '@tenon/orchestration'

/** Stops a transition: the element waits, with an incident, until somebody resolves it. */
export class IncidentError extends Error {
  override readonly name = 'IncidentError'
  readonly errorType: IncidentErrorType
  constructor(errorType: IncidentErrorType, message: string, options?: ErrorOptions) {
    super(message, options)
    this.errorType = errorType
  }
}

/** Makes an incident of what would be refused if somebody had asked for it. */
export const asIncident = (errorType: IncidentErrorType, act: () => void): void => {
  try {
    act()
  } catch (error) {
    if (!(error instanceof OrchestrationError)) throw error
    throw new IncidentError(errorType, error.message, { cause: error })
  }
}
