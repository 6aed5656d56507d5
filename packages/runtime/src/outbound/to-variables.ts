import {
  isJsonObject,
  type Json,
  type JsonObject,
  OrchestrationError,
  parseJson,
} from '@tenon/orchestration'
import { RuntimeError } from '../errors.ts'

/** Bytes of the JSON of what one job may set. */
export const variablesBytesMax = (3 * 1024 * 1024) / 2

// Camunda's connectors run what this names, so no answer of a system may bring it into a process.
const forbidden = 'camunda.function.type'

/**
 * Variables that a job may set, made of any value. `source` begins a sentence: `Result expression`.
 * Throws `RESULT_INVALID` or `RESULT_TOO_LARGE`.
 */
export const toVariables = (value: unknown, source: string): JsonObject => {
  const text: string | undefined = JSON.stringify(value)
  const json = text === undefined ? null : parse(text, source)
  if (!isJsonObject(json)) {
    const problem = `${source} must return a JSON object, but got ${kindOf(json)}`
    // As a whole: the messages of failures are redacted first and cut then.
    throw invalid(`${problem}. Evaluated value: ${text}`)
  }
  return json
}

const parse = (text: string, source: string): Json => {
  if (text.includes(forbidden)) {
    throw invalid(`${source} contains the forbidden literal '${forbidden}'.`)
  }
  const bytes = Buffer.byteLength(text)
  if (bytes > variablesBytesMax) throw tooLarge(source, bytes)
  try {
    return parseJson(text)
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

const kindOf = (value: Json): string => {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return JSON.isRawJSON(value) ? 'number' : typeof value
}
