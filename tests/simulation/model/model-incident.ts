import type { IncidentErrorType } from '@tenon/orchestration'

/** Stops an element of the model until its incident is resolved. */
export class ModelIncident extends Error {
  readonly errorType: IncidentErrorType
  constructor(errorType: IncidentErrorType) {
    super(errorType)
    this.errorType = errorType
  }
}
