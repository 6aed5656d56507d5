import type { JobError, JobFailure, JsonObject } from '@tenon/orchestration'

/** What a job ends with. */
export type Outcome =
  | { readonly kind: 'completed'; readonly variables?: JsonObject }
  | { readonly kind: 'failed'; readonly failure: JobFailure }
  | { readonly kind: 'thrown'; readonly error: JobError }

/** Characters of a message; more are cut off. */
export const messageLengthMax = 6_000

/** Characters of what caused a failure, in its variables and in the log. */
export const causeLengthMax = 1_000

/** Cuts a message to what is kept of it, without half a character at its end. */
export const cutMessage = (message: string, lengthMax = messageLengthMax): string =>
  message.length <= lengthMax
    ? message
    : message.slice(0, lengthMax).replace(/[\uD800-\uDBFF]$/, '')
