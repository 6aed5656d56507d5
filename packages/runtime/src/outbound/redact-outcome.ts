import type { JobFailure } from '@tenon/orchestration'
import type { Redactor } from '../secrets/redact.ts'
import { cutMessage, type Outcome } from './outcome.ts'

/**
 * An outcome without the values of secrets. Messages are cut only here: a value that was cut in two
 * before could no longer be found.
 */
export const redactOutcome = (outcome: Outcome, redact: Redactor): Outcome => {
  const message = (text: string): string => cutMessage(redact.text(text))
  if (outcome.kind === 'completed') return { ...outcome, ...redactVariables(outcome, redact) }
  if (outcome.kind === 'failed') {
    const { failure } = outcome
    const errorMessage = message(failure.errorMessage)
    return {
      ...outcome,
      failure: { ...failure, errorMessage, ...redactVariables(failure, redact) },
    }
  }
  const { error } = outcome
  const errorMessage = message(error.errorMessage)
  const errorCode = redact.text(error.errorCode)
  return {
    ...outcome,
    error: { ...error, errorCode, errorMessage, ...redactVariables(error, redact) },
  }
}

type Variables = Pick<JobFailure, 'variables'>

const redactVariables = ({ variables }: Variables, redact: Redactor): Variables =>
  variables === undefined ? {} : { variables: redact.variables(variables) }
