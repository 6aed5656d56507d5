import type { Job } from '@tenon/orchestration'
import { RuntimeError } from '../errors.ts'
import { readDuration } from './duration.ts'

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
  const read = text === undefined ? { ms: 0 } : readDuration(text)
  if ('ms' in read) return read.ms
  throw invalid('retry backoff', read.expected, text)
}

const jobTimeout = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined
  const read = readDuration(text)
  if ('expected' in read) throw invalid('job timeout', read.expected, text)
  if (read.ms === 0) throw invalid('job timeout', 'a duration over zero, e.g. PT5M', text)
  return read.ms
}

const invalid = (header: string, expected: string, text: string | undefined): RuntimeError =>
  new RuntimeError(
    'HEADER_INVALID',
    `Failed to parse ${header} header. Expected ${expected}, got: ${text}`,
  )
