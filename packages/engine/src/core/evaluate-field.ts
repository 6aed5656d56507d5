import { FeelError, toJson, type Value } from '@tenon/feel'
import type { Json } from '@tenon/orchestration'
import type { Evaluate } from './definition.ts'
import { IncidentError } from './incident-error.ts'
import type { ElementInstance } from './rows.ts'
import type { Step } from './step.ts'
import { visibleFrom } from './variables.ts'

/** A field of the model that is evaluated with what an element sees. */
export interface Field {
  readonly evaluate: Evaluate
  /** As people call it. */
  readonly what: string
}

/** An element instance, or a scope, whose variables are seen. */
type HasScope = Pick<ElementInstance, 'key'>

/** Throws `IncidentError`. */
export const evaluateField = (step: Step, scope: HasScope, field: Field): Value =>
  evaluateTo((value) => value, step, scope, field)

/** Throws `IncidentError`. */
export const evaluateJson = (step: Step, scope: HasScope, field: Field): Json =>
  evaluateTo(toJson, step, scope, field)

const evaluateTo = <Result>(
  convert: (value: Value) => Result,
  step: Step,
  { key }: HasScope,
  { evaluate }: Field,
): Result => {
  try {
    return convert(evaluate(visibleFrom(step, key), step.environment))
  } catch (error) {
    if (!(error instanceof FeelError)) throw error
    throw new IncidentError('EXTRACT_VALUE_ERROR', error.message, { cause: error })
  }
}

/** A text that is not empty. Throws `IncidentError`. */
export const evaluateText = (step: Step, scope: HasScope, field: Field): string => {
  const value = evaluateField(step, scope, field)
  if (typeof value === 'string' && value !== '') return value
  throw notUsable(field, 'a text', value)
}

export const notUsable = ({ what }: Field, wanted: string, value: Value): IncidentError =>
  new IncidentError(
    'EXTRACT_VALUE_ERROR',
    `The ${what} must be ${wanted}, but is ${shown(value)}. ` +
      'Correct the variables and resolve the incident.',
  )

/** A value as JSON, where it is one: a function is none, and not every number is one of JavaScript's. */
const shown = (value: Value): string => {
  try {
    return JSON.stringify(toJson(value))
  } catch (error) {
    if (error instanceof FeelError) return 'no JSON'
    throw error
  }
}
