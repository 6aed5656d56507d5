import { inspect } from 'node:util'
import { isJsonObject, type Job, type Json, type JsonObject } from '@tenon/orchestration'
import type { Redactor } from '../secrets/redact.ts'
import { causesOf, rootCauseOf } from './causes.ts'
import { causeLengthMax, cutMessage, type Outcome } from './outcome.ts'
import { toPlainJson } from './plain-json.ts'
import { toVariables } from './to-variables.ts'

/** An exception as the model sees it, and how often the job is tried again. */
export interface Failure {
  /** The `error` of the error expression, and the variable `error` of the failed task. */
  readonly error: JsonObject & { readonly message: string }
  readonly retries: number
  /** Milliseconds that the called system asked to wait. */
  readonly retryAfterMs: number
}

/** The most that a system may ask for: an hour. */
const retryAfterMsMax = 3_600_000

/**
 * What became of an exception: of any kind, since a connector may throw what it likes. An error is
 * known by its name, not by its class, because a package may bring its own copy of the sdk.
 */
export const failureOf = (thrown: unknown, job: Job, redactor: Redactor): Failure => {
  const isInput = causesOf(thrown).some((error) => isInputError(error))
  const isFinal = isInput || causesOf(thrown).some(({ name }) => name === 'DefinitionError')
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
    retryAfterMs: retryAfterOf(thrown),
  }
}

const retryAfterOf = (thrown: unknown): number => {
  const value = memberOf(thrown, 'retryAfterMs')
  return typeof value === 'number' && value > 0 ? Math.ceil(Math.min(value, retryAfterMsMax)) : 0
}

/** Milliseconds before a job is done again whose host had no place for its call. */
const busyBackOffMs = 1_000

/**
 * A job that could not make its call, because too many others to the same host are under way. That
 * is no failure of the call, so it costs no retry, and the model has no say in it. Undefined for
 * all else.
 */
export const toBusy = (thrown: unknown, job: Job): Outcome | undefined => {
  const busy = causesOf(thrown).find((error) => textOf(error, 'code') === 'HTTP_BUSY')
  if (busy === undefined) return undefined
  const retries = Math.max(1, job.retries)
  const failure = { retries, errorMessage: busy.message, retryBackOffMs: busyBackOffMs }
  return { kind: 'failed', failure }
}

/**
 * A job that failed; its task gets the variable `error`. It waits as long as the model says, or as
 * long as the called system asked for where that is longer; an incident is not delayed.
 */
export const toFailed = (failure: Failure, backoffMs: number): Outcome => {
  const { error, retries, retryAfterMs } = failure
  const retryBackOffMs = retries === 0 ? 0 : Math.max(backoffMs, retryAfterMs)
  const variables = storable(error)
  return {
    kind: 'failed',
    failure: { retries, errorMessage: explained(error), retryBackOffMs, variables },
  }
}

/** The message is one that models compare; who reads the incident also needs the cause. */
const explained = ({ message, variables }: Failure['error']): string => {
  const cause = isJsonObject(variables) ? variables['cause'] : undefined
  const isTelling = typeof cause === 'string' && !message.includes(cause)
  return isTelling ? cutMessage(`${message} (${cause})`) : message
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
/** Of the HTTP client's errors those that are the model's to correct. */
const inputCodes = new Set(['HTTP_REFUSED', 'HTTP_CERTIFICATE_INVALID'])

const isInputError = (error: Error): boolean =>
  inputErrors.has(error.name) || inputCodes.has(textOf(error, 'code') ?? '')

// Camunda's names, which models compare with.
const connectorException = 'io.camunda.connector.api.error.ConnectorException'
const inputException = 'io.camunda.connector.api.error.ConnectorInputException'
const connectorErrors = new Set(['ConnectorError', 'HttpError', 'DefinitionError'])

const typeOf = (thrown: unknown, isInput: boolean): string => {
  if (isInput) return inputException
  const name = thrown instanceof Error ? thrown.name : 'Error'
  return connectorErrors.has(name) ? connectorException : name
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
  const own = ownVariablesOf(thrown, redactor)
  const cause = rootCauseOf(thrown)
  if (cause === undefined || !(own === undefined || isJsonObject(own))) return own
  return { cause: cutMessage(redactor.text(cause), causeLengthMax), ...own }
}

const ownVariablesOf = (thrown: unknown, redactor: Redactor): Json | undefined => {
  const variables = memberOf(thrown, 'variables')
  if (typeof variables !== 'object' || variables === null) return undefined
  try {
    return redactor.variables({ variables: toPlainJson(variables) })['variables']
  } catch {
    // What has no JSON form cannot be shown; the message and code of the failure still are.
    return undefined
  }
}
