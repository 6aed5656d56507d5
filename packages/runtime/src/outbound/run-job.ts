import type { Job, Jobs, Json } from '@tenon/orchestration'
import type { SecretSeal } from '@tenon/orchestration/secret-seal'
import type { Connector } from '@tenon/sdk'
import { RuntimeError } from '../errors.ts'
import type { HttpClient } from '../http/create-http.ts'
import { openSecrets } from '../secrets/open-secrets.ts'
import { redactor } from '../secrets/redact.ts'
import type { Secrets } from '../secrets/secrets.ts'
import { chooseOperation } from './choose-operation.ts'
import { applyErrorExpression } from './error-expression.ts'
import { extendLease } from './extend-lease.ts'
import { failureOf, toFailed } from './failure.ts'
import { type JobHeaders, readHeaders } from './job-headers.ts'
import type { Log } from './log.ts'
import { mapResult } from './map-result.ts'
import type { Outcome } from './outcome.ts'
import { toPlainJson } from './plain-json.ts'
import { redactOutcome } from './redact-outcome.ts'
import { untilAborted } from './until-aborted.ts'

/** What the jobs of all connectors share. */
export interface Workplace {
  readonly jobs: Jobs
  readonly http: HttpClient
  readonly secrets: Secrets
  readonly seal: SecretSeal
  /** The installation's UUID; idempotency keys begin with it. */
  readonly installationId: string
  readonly log: Log
}

/** A job, and what does it. `signal` aborts when its result is no longer wanted. */
export interface Task {
  readonly job: Job
  readonly connector: Connector
  readonly signal: AbortSignal
}

/** How a call ended, before the model's error expression had a say. */
interface Ending {
  /** What the error expression sees. */
  readonly value: Json
  readonly outcome: Outcome
}

/**
 * Does a job in the order of Camunda's steps. Whatever is thrown, the job has an outcome; and no
 * outcome holds the value of a secret that the job used.
 */
export const runJob = async (task: Task, workplace: Workplace): Promise<Outcome> => {
  const { job } = task
  const values = new Set<string>()
  try {
    const headers = readHeaders(job)
    await extendLease(job, headers.jobTimeoutMs, workplace)
    const ending = await attempt(task, headers, { ...workplace, values })
    return redactOutcome(decide(ending, headers, job), redactor(values))
  } catch (error) {
    const redact = redactor(values)
    return redactOutcome(toFailed(failureOf(error, job, redact), 0), redact)
  }
}

/** `values` collects those of the secrets that the job uses. */
type Use = Workplace & { readonly values: Set<string> }

const attempt = async (task: Task, headers: JobHeaders, use: Use): Promise<Ending> => {
  try {
    const result = await call(task, headers, use)
    const variables = mapResult(result, headers) ?? {}
    const isMapped = Object.keys(variables).length > 0
    return isMapped
      ? { value: variables, outcome: { kind: 'completed', variables } }
      : { value: result, outcome: { kind: 'completed' } }
  } catch (error) {
    const failure = failureOf(error, task.job, redactor(use.values))
    return { value: { error: failure.error }, outcome: toFailed(failure, headers.retryBackoffMs) }
  }
}

const call = async (task: Task, headers: JobHeaders, use: Use): Promise<Json> => {
  const { job, connector, signal } = task
  const operation = chooseOperation(connector, headers.operation)
  const input = openSecrets(job, use.seal, (name) => resolve(name, use))
  const services = {
    http: use.http.withSignal(signal),
    idempotencyKey: `${use.installationId}-${job.jobKey}`,
    signal,
  }
  return toPlainJson(await untilAborted(() => operation.execute(input, services), signal))
}

const resolve = (name: string, { secrets, values }: Use): string => {
  const value = secrets.valueOf(name)
  if (value === undefined) {
    throw new RuntimeError('SECRET_NOT_AVAILABLE', `Secret with name '${name}' is not available`)
  }
  values.add(value)
  return value
}

const decide = ({ value, outcome }: Ending, headers: JobHeaders, job: Job): Outcome => {
  if (headers.errorExpression === undefined) return outcome
  try {
    return applyErrorExpression(headers.errorExpression, value, job) ?? outcome
  } catch (error) {
    throw outcome.kind === 'failed' ? afterFailure(error, outcome.failure.errorMessage) : error
  }
}

// Without the first message nobody would learn why the connector failed.
const afterFailure = (error: unknown, first: string): RuntimeError => {
  const reason = error instanceof Error ? error.message : String(error)
  const message = `${reason} (The connector had failed: ${first})`
  return new RuntimeError('ERROR_EXPRESSION_FAILED', message, { cause: error })
}
