import { words } from '../words.ts'
import { RefusedError } from './refused-error.ts'

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
  const why = error.message === '' ? words.failure.status(error.status) : error.message
  return { ...kindOf(error.status), why }
}

const kindOf = (status: number): { readonly what: string; readonly next: string } => {
  if (status === 401 || status === 403) return words.failure.forbidden
  return status < 500 ? words.failure.request : words.failure.server
}
