import {
  isJsonObject,
  type Json,
  type JsonObject,
  OrchestrationError,
  parseJson,
  requireShallowJson,
} from '@tenon/orchestration'
import { RuntimeError } from '../errors.ts'
import { isPlainJson } from './plain-json.ts'

/** Bytes of the JSON of what one job may set. */
export const variablesBytesMax = (3 * 1024 * 1024) / 2

// Camunda's connectors run what this names, so no answer of a system may bring it into a process.
const forbidden = 'camunda.function.type'

/**
 * Variables that a job may set, made of any value. `source` begins a sentence: `Result expression`.
 * What is JSON already is not copied. Throws `RESULT_INVALID` or `RESULT_TOO_LARGE`.
 */
export const toVariables = (value: unknown, source: string): JsonObject => {
  const text: string | undefined = JSON.stringify(value)
  if (text?.includes(forbidden)) {
    throw invalid(`${source} contains the forbidden literal '${forbidden}'.`)
  }
  const bytes = text === undefined ? 0 : Buffer.byteLength(text)
  if (bytes > variablesBytesMax) throw tooLarge(source, bytes)
  return requireContext(text === undefined ? null : shallow(value, text, source), source)
}

/** Throws `RESULT_INVALID` for what is no object. */
export const requireContext = <Value>(value: Value, source: string): Value & JsonObject => {
  if (isJsonObject(value)) return value
  const problem = `${source} must return a JSON object, but got ${kindOf(value)}`
  // As a whole: the messages of failures are redacted first and cut then.
  throw invalid(`${problem}. Evaluated value: ${JSON.stringify(value)}`)
}

/** `text` is the value's JSON. */
const shallow = (value: unknown, text: string, source: string): Json => {
  try {
    if (!isPlainJson(value)) return parseJson(text)
    requireShallowJson(text)
    return value
  } catch (error) {
    throw error instanceof OrchestrationError ? invalid(`${source}: ${error.message}`) : error
  }
}

const invalid = (message: string): RuntimeError => new RuntimeError('RESULT_INVALID', message)

const tooLarge = (source: string, bytes: number): RuntimeError =>
  new RuntimeError(
    'RESULT_TOO_LARGE',
    `${source} gives ${bytes} bytes of variables, over ${variablesBytesMax}. Map less of it.`,
  )

const kindOf = (value: unknown): string => {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return JSON.isRawJSON(value) ? 'number' : typeof value
}
