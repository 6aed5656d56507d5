import type { Job, Jobs, Json } from '@tenon/orchestration'
import type { SecretSeal } from '@tenon/orchestration/secret-seal'
import type { Connector } from '@tenon/sdk'
import { RuntimeError } from '../errors.ts'
import type { HttpClient } from '../http/create-http.ts'
import { openSecrets } from '../secrets/open-secrets.ts'
import { type Redactor, redactor } from '../secrets/redact.ts'
import { type SecretsOfJob, secretsOfJob } from '../secrets/secrets-of-job.ts'
import type { Secrets } from '../secrets/secrets.ts'
import { causeChainOf } from './causes.ts'
import { chooseOperation } from './choose-operation.ts'
import { applyErrorExpression } from './error-expression.ts'
import { extendLease } from './extend-lease.ts'
import { failureOf, toBusy, toFailed } from './failure.ts'
import { type JobHeaders, readHeaders } from './job-headers.ts'
import type { Log } from './log.ts'
import { mapResult } from './map-result.ts'
import { causeLengthMax, cutMessage, type Outcome } from './outcome.ts'
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
  /** Of `now()` and `today()` in the model's expressions. */
  readonly timeZone: string
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
  const own = secretsOfJob(workplace.secrets)
  try {
    const headers = readHeaders(job)
    await extendLease(job, headers.jobTimeoutMs, workplace)
    const ending = await attempt(task, headers, { ...workplace, own })
    const outcome =
      'value' in ending ? decide(ending, headers, { job, timeZone: workplace.timeZone }) : ending
    return redactOutcome(outcome, redactor(own.values))
  } catch (error) {
    const redact = redactor(own.values)
    return redactOutcome(toFailed(failureOf(error, job, redact), 0), redact)
  }
}

type Use = Workplace & { readonly own: SecretsOfJob }

/** An outcome of its own where no call could be made. */
const attempt = async (task: Task, headers: JobHeaders, use: Use): Promise<Ending | Outcome> => {
  try {
    const result = await call(task, headers, use)
    const variables = mapResult(result, headers, use.timeZone) ?? {}
    const isMapped = Object.keys(variables).length > 0
    return isMapped
      ? { value: variables, outcome: { kind: 'completed', variables } }
      : { value: result, outcome: { kind: 'completed' } }
  } catch (error) {
    const busy = toBusy(error, task.job)
    if (busy !== undefined) return busy
    const redact = redactor(use.own.values)
    if (!task.signal.aborted) logCause(error, task.job, { log: use.log, redact })
    const failure = failureOf(error, task.job, redact)
    return { value: { error: failure.error }, outcome: toFailed(failure, headers.retryBackoffMs) }
  }
}

const call = async (task: Task, headers: JobHeaders, use: Use): Promise<Json> => {
  const { job, connector, signal } = task
  const operation = chooseOperation(connector, headers.operation)
  const input = openSecrets(job, use.seal, use.own.resolve)
  const services = {
    http: use.http.withSignal(signal),
    idempotencyKey: `${use.installationId}-${job.jobKey}`,
    signal,
    conceal: use.own.conceal,
  }
  return toPlainJson(await untilAborted(() => operation.execute(input, services), signal))
}

/** What the job's own message does not say, for it may be one that models compare. */
const logCause = (
  error: unknown,
  { jobKey, processInstanceKey, elementId }: Job,
  { log, redact }: { readonly log: Log; readonly redact: Redactor },
): void => {
  const chain = causeChainOf(error)
  if (chain === undefined) return
  const cause = cutMessage(redact.text(chain), causeLengthMax)
  log.debug({ jobKey, processInstanceKey, elementId, cause }, 'The call of a job failed')
}

const decide = (
  { value, outcome }: Ending,
  headers: JobHeaders,
  place: { readonly job: Job; readonly timeZone: string },
): Outcome => {
  if (headers.errorExpression === undefined) return outcome
  try {
    return applyErrorExpression(headers.errorExpression, value, place) ?? outcome
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
