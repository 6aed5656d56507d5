import type { Job } from '@tenon/orchestration'
import { RuntimeError } from '../errors.ts'
import { parseDuration } from './duration.ts'

/** What the model says about how a connector's job is done, beside its input. */
export interface JobHeaders {
  /** Milliseconds before a failed job is tried again, unless the failure says otherwise. */
  readonly retryBackoffMs: number
  /** Milliseconds from now that the job may take; its lease is set to them. */
  readonly jobTimeoutMs: number | undefined
  readonly operation: string | undefined
  readonly resultVariable: string | undefined
  readonly resultExpression: string | undefined
  readonly errorExpression: string | undefined
}

/** Blank headers are as if they were not there. Throws `HEADER_INVALID`. */
export const readHeaders = ({ customHeaders }: Job): JobHeaders => {
  const header = (name: string): string | undefined => {
    const value = Object.hasOwn(customHeaders, name) ? customHeaders[name] : undefined
    return value === undefined || value.trim() === '' ? undefined : value
  }
  return {
    retryBackoffMs: retryBackoff(header('retryBackoff')),
    jobTimeoutMs: jobTimeout(header('jobTimeout')),
    operation: header('operation'),
    resultVariable: header('resultVariable'),
    resultExpression: header('resultExpression'),
    errorExpression: header('errorExpression'),
  }
}

const retryBackoff = (text: string | undefined): number => {
  const ms = text === undefined ? 0 : parseDuration(text)
  if (ms !== undefined) return ms
  throw new RuntimeError(
    'HEADER_INVALID',
    `Failed to parse retry backoff header. Expected ISO-8601 duration, e.g. PT5M, got: ${text}`,
  )
}

const jobTimeout = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined
  const ms = parseDuration(text)
  if (ms !== undefined && ms > 0) return ms
  throw new RuntimeError(
    'HEADER_INVALID',
    `Failed to parse job timeout header. Expected ISO-8601 duration over zero, e.g. PT5M, got: ${text}`,
  )
}
