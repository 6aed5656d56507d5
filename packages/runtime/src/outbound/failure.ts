import { inspect } from 'node:util'
import type { Job, Json, JsonObject } from '@tenon/orchestration'
import type { Redactor } from '../secrets/redact.ts'
import { cutMessage, type Outcome } from './outcome.ts'
import { toPlainJson } from './plain-json.ts'
import { toVariables } from './to-variables.ts'

/** An exception as the model sees it, and how often the job is tried again. */
export interface Failure {
  /** The `error` of the error expression, and the variable `error` of the failed task. */
  readonly error: JsonObject & { readonly message: string }
  readonly retries: number
}

/**
 * What became of an exception: of any kind, since a connector may throw what it likes. An error is
 * known by its name, not by its class, because a package may bring its own copy of the sdk.
 */
export const failureOf = (thrown: unknown, job: Job, redactor: Redactor): Failure => {
  const isFinal = causesOf(thrown).some((error) => finalErrors.has(error.name))
  const isInput = causesOf(thrown).some((error) => inputErrors.has(error.name))
  const code = isInput ? undefined : textOf(thrown, 'code')
  const variables = variablesOf(thrown, redactor)
  return {
    error: {
      type: typeOf(thrown, isInput),
      message: cutMessage(redactor.text(messageOf(thrown))),
      ...(code === undefined ? {} : { code }),
      ...(variables === undefined ? {} : { variables }),
    },
    retries: isFinal ? 0 : Math.max(0, job.retries - 1),
  }
}

/** A job that failed; its task gets the variable `error`. An incident is not delayed. */
export const toFailed = ({ error, retries }: Failure, backoffMs: number): Outcome => {
  const retryBackOffMs = retries === 0 ? 0 : backoffMs
  const variables = storable(error)
  return {
    kind: 'failed',
    failure: { retries, errorMessage: error.message, retryBackOffMs, variables },
  }
}

// Variables that cannot be stored must not keep the job from failing.
const storable = (error: Failure['error']): JsonObject => {
  try {
    return toVariables({ error }, 'Error')
  } catch {
    const { variables: _, ...rest } = error
    return { error: rest }
  }
}

const inputErrors = new Set(['InputError', 'RuntimeError'])
/** Those that would happen again the same way. */
const finalErrors = new Set([...inputErrors, 'DefinitionError'])

// Camunda's names, which models compare with.
const connectorException = 'io.camunda.connector.api.error.ConnectorException'
const inputException = 'io.camunda.connector.api.error.ConnectorInputException'
const connectorErrors = new Set(['ConnectorError', 'HttpError', 'DefinitionError'])

const typeOf = (thrown: unknown, isInput: boolean): string => {
  if (isInput) return inputException
  const name = thrown instanceof Error ? thrown.name : 'Error'
  return connectorErrors.has(name) ? connectorException : name
}

/** The error and its causes; a chain that long leads in a circle. */
const causesMax = 16

const causesOf = (thrown: unknown): Error[] => {
  const causes: Error[] = []
  for (let next = thrown; next instanceof Error && causes.length < causesMax; next = next.cause) {
    causes.push(next)
  }
  return causes
}

const messageOf = (thrown: unknown): string => {
  // Plain JavaScript may have put anything there.
  const message: unknown = thrown instanceof Error ? thrown.message : thrown
  return typeof message === 'string' ? message : inspect(message)
}

const textOf = (thrown: unknown, name: string): string | undefined => {
  const value = memberOf(thrown, name)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}

const memberOf = (thrown: unknown, name: string): unknown =>
  thrown instanceof Error ? Object.getOwnPropertyDescriptor(thrown, name)?.value : undefined

const variablesOf = (thrown: unknown, redactor: Redactor): Json | undefined => {
  const variables = memberOf(thrown, 'variables')
  if (typeof variables !== 'object' || variables === null) return undefined
  try {
    return redactor.variables({ variables: toPlainJson(variables) })['variables']
  } catch {
    // What has no JSON form cannot be shown; the message and code of the failure still are.
    return undefined
  }
}
