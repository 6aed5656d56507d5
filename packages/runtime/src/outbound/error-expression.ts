import type { Job, Json, JsonObject } from '@tenon/orchestration'
import { z } from 'zod'
import { RuntimeError } from '../errors.ts'
import { readDuration } from './duration.ts'
import { evaluateOver } from './evaluate.ts'
import type { Outcome } from './outcome.ts'
import { toVariables } from './to-variables.ts'

/** What an engine keeps of retries: 32 bits. */
const retriesMax = 2 ** 31 - 1

// A number with more digits than a double holds comes as what `JSON.rawJSON` gives.
const plain = (value: unknown): unknown => (JSON.isRawJSON(value) ? Number(value.rawJSON) : value)
const digits = (value: unknown): unknown => (JSON.isRawJSON(value) ? value.rawJSON : value)

const text = z
  .preprocess(digits, z.union([z.string(), z.number().transform(String)]).nullish())
  .optional()
const context = z.looseObject({}).nullish()

const errorSchema = z.discriminatedUnion('errorType', [
  z.object({
    errorType: z.literal('bpmnError'),
    errorCode: text,
    errorMessage: text,
    variables: context,
  }),
  z.object({
    errorType: z.literal('jobError'),
    errorMessage: text,
    variables: context,
    retries: z.preprocess(plain, z.number().nullish()).optional(),
    retryBackoff: z.string().nullish(),
  }),
  z.object({ errorType: z.literal('ignoreError'), variables: context }),
])
type ModelledError = z.output<typeof errorSchema>

/**
 * What the model's error expression makes of a call that ended with `value`: the variables mapped
 * from its result, or the result, or an object with the member `error`. Undefined where it leaves
 * the job to its normal end. Throws `ERROR_EXPRESSION_FAILED`, or what `toVariables` does.
 */
export const applyErrorExpression = (
  expression: string,
  value: Json,
  { job, timeZone }: { readonly job: Job; readonly timeZone: string },
): Outcome | undefined => {
  const more = { job: { retries: job.retries } }
  const evaluated = evaluate(() => evaluateOver(expression, value, { timeZone, more }))
  if (evaluated === null) return undefined
  const object = toVariables(evaluated, 'Error expression')
  return Object.keys(object).length === 0 ? undefined : toOutcome(parse(object))
}

const evaluate = (evaluation: () => unknown): unknown => {
  try {
    return evaluation()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw failed(`Error expression: ${reason}`, error)
  }
}

const parse = (object: JsonObject): ModelledError => {
  const parsed = errorSchema.safeParse(object)
  if (parsed.success) return parsed.data
  const problem = z.prettifyError(parsed.error)
  throw failed(`Error expression gives no bpmnError, jobError or ignoreError: ${problem}`)
}

const failed = (message: string, cause?: unknown): RuntimeError =>
  new RuntimeError('ERROR_EXPRESSION_FAILED', message, { cause })

const toOutcome = (error: ModelledError): Outcome | undefined => {
  const set = toVariables(error.variables ?? {}, 'Error expression')
  if (error.errorType === 'ignoreError') return { kind: 'completed', variables: set }
  const errorMessage = error.errorMessage ?? ''
  if (error.errorType === 'jobError') return toFailure(error, errorMessage, set)
  const { errorCode } = error
  if (errorCode === null || errorCode === undefined) return undefined
  return { kind: 'thrown', error: { errorCode, errorMessage, variables: set } }
}

const toFailure = (
  { retries, retryBackoff }: Extract<ModelledError, { errorType: 'jobError' }>,
  errorMessage: string,
  set: JsonObject,
): Outcome => {
  const backoff = readDuration(retryBackoff ?? 'PT0S')
  if ('expected' in backoff) {
    const problem = `Expected ${backoff.expected}, got: ${retryBackoff}`
    throw failed(`Error expression: Failed to parse the retry backoff. ${problem}`)
  }
  const retryBackOffMs = backoff.ms
  const left = Math.min(Math.max(0, Math.trunc(retries ?? 0)), retriesMax)
  // As in Camunda: the message always becomes the variable `error`.
  const variables = { ...set, error: errorMessage }
  return { kind: 'failed', failure: { retries: left, errorMessage, retryBackOffMs, variables } }
}
