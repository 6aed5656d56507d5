import { FeelError } from '@tenon/feel'
import type { Job } from '@tenon/orchestration'
import { RuntimeError } from '../errors.ts'
import { readDuration } from './duration.ts'
import { compileExpression } from './evaluate.ts'

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
    resultExpression: expression('resultExpression', header('resultExpression')),
    errorExpression: expression('errorExpression', header('errorExpression')),
  }
}

/** Compiled before the call, so that no call is made whose result could not be mapped. */
const expression = (header: string, text: string | undefined): string | undefined => {
  if (text === undefined) return undefined
  try {
    compileExpression(text)
    return text
  } catch (error) {
    if (!(error instanceof FeelError)) throw error
    const message = `The header ${header} cannot be evaluated, so no call was made. ${error.message}`
    throw new RuntimeError('HEADER_INVALID', message, { cause: error })
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
