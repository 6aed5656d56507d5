import {
  jobTimeMsMax,
  OrchestrationError,
  type ActivateJobs,
  type JobChanges,
  type JobError,
  type JobFailure,
  type JsonObject,
} from '@tenon/orchestration'
import { z } from 'zod'
import { jsonObject, milliseconds, operationReference, tenantId } from '../../fields.ts'
import { limits } from '../../limits.ts'
import { requireAbsent } from '../../not-supported.ts'
import { parseBody, parseOptionalBody } from '../../request-body.ts'

const text = z.string().min(1, 'It must not be empty.')
const jobTime = (least: number): z.ZodNumber => milliseconds(least, jobTimeMsMax)

const activation = z.strictObject({
  type: text,
  timeout: jobTime(1),
  maxJobsToActivate: z.int32().min(1, 'It must be at least 1.'),
  worker: z.string().nullish(),
  fetchVariable: z.array(z.string()).nullish(),
  requestTimeout: milliseconds(-limits.requestTimeoutMsMax, limits.requestTimeoutMsMax).nullish(),
  tenantIds: z.array(tenantId).nullish(),
  tenantFilter: z.enum(['PROVIDED', 'ASSIGNED']).nullish(),
})

/** The body of `POST /jobs/activation`. */
export const parseActivation = (input: unknown): ActivateJobs => {
  const body = parseBody(activation, input)
  const names = body.fetchVariable ?? []
  return {
    type: body.type,
    worker: body.worker ?? '',
    timeoutMs: body.timeout,
    maxJobsToActivate: Math.min(body.maxJobsToActivate, limits.activatedJobsMax),
    requestTimeoutMs: activationWaitMs(body.requestTimeout ?? 0),
    ...(names.length > 0 && { fetchVariables: names }),
  }
}

/** On the wire 0 is the server's own limit and less than 0 does not wait. */
const activationWaitMs = (requestTimeoutMs: number): number => {
  if (requestTimeoutMs === 0) return limits.activationWaitMsDefault
  return Math.max(requestTimeoutMs, 0)
}

const completion = z.strictObject({
  variables: jsonObject.nullish(),
  result: z.unknown().optional(),
})

/** The body of `POST /jobs/{jobKey}/completion`: its variables. */
export const parseCompletion = (input: unknown): JsonObject | undefined => {
  const { variables, result } = parseOptionalBody(completion, input)
  requireAbsent('result', result)
  return variables ?? undefined
}

const failure = z.strictObject({
  retries: z.int32().nullish(),
  errorMessage: z.string().nullish(),
  retryBackOff: jobTime(0).nullish(),
  variables: jsonObject.nullish(),
})

/** The body of `POST /jobs/{jobKey}/failure`. */
export const parseFailure = (input: unknown): JobFailure => {
  const { retries, errorMessage, retryBackOff, variables } = parseOptionalBody(failure, input)
  return {
    // Workers that subtract one from none send -1.
    retries: Math.max(retries ?? 0, 0),
    errorMessage: errorMessage ?? '',
    retryBackOffMs: retryBackOff ?? 0,
    ...(variables && { variables }),
  }
}

const error = z.strictObject({
  errorCode: text,
  errorMessage: z.string().nullish(),
  variables: jsonObject.nullish(),
})

/** The body of `POST /jobs/{jobKey}/error`. */
export const parseError = (input: unknown): JobError => {
  const { errorCode, errorMessage, variables } = parseBody(error, input)
  return { errorCode, errorMessage: errorMessage ?? '', ...(variables && { variables }) }
}

const update = z.strictObject({
  changeset: z.strictObject({
    retries: z.int32().min(1, 'It must be at least 1.').nullish(),
    timeout: jobTime(0).nullish(),
  }),
  operationReference: operationReference.nullish(),
})

/** The body of `PATCH /jobs/{jobKey}`. */
export const parseUpdate = (input: unknown): JobChanges => {
  const { retries, timeout } = parseBody(update, input).changeset
  const changes: JobChanges = {
    ...(typeof retries === 'number' && { retries }),
    ...(typeof timeout === 'number' && { timeoutMs: timeout }),
  }
  if (Object.keys(changes).length > 0) return changes
  throw new OrchestrationError(
    'INVALID_ARGUMENT',
    'At least one of [retries, timeout] is required in the changeset.',
  )
}
