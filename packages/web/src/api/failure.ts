import { words } from '../words.ts'
import { RefusedError } from './refused-error.ts'
import { apiWords } from './words.ts'

/** A failure as a person reads it. */
export interface Failure {
  readonly what: string
  readonly why: string
  readonly next: string
}

/** `address` is where Tenon was asked, such as `http://127.0.0.1:8080`. */
export const describeFailure = (error: Error, address: string): Failure => {
  if (!(error instanceof RefusedError)) {
    const { what, why, next } = words.failure.unreachable
    return { what, why: why(address), next }
  }
  return { ...kindOf(error.status), why: reasonOf(error) }
}

/** Why something that a person asked for did not happen. */
export const failureReason = (error: unknown, address: string): string =>
  error instanceof RefusedError ? reasonOf(error) : apiWords.noAnswer(address)

const reasonOf = ({ message, status }: RefusedError): string =>
  message === '' ? words.failure.status(status) : message

const kindOf = (status: number): { readonly what: string; readonly next: string } => {
  if (status === 401 || status === 403) return words.failure.forbidden
  if (status === 404) return apiWords.gone
  return status < 500 ? words.failure.request : words.failure.server
}
