import { HttpError, type HttpRequest } from '@tenon/sdk'

/** What one call may take. Bytes and milliseconds. */
export const httpLimits = {
  responseBytesMax: 10 * 1024 * 1024,
  /** All header lines of an answer together. */
  headersBytesMax: 64 * 1024,
  redirectsMax: 5,
  connectionsPerHostMax: 64,
  /** Calls that wait for one of them; more are refused. */
  waitingPerHostMax: 64,
  /** Under way or waiting to all hosts; a host gets no more of them than are left free. */
  callsMax: 512,
  /** TLS identities whose connections are kept. */
  identitiesMax: 32,
  /** Below the 5 s after which many servers close an idle connection under us. */
  idleConnectionMs: 4_000,
  connectTimeoutMs: 5_000,
  readTimeoutMs: 20_000,
  /** Of all exchanges together, unless the request's own limits need more. */
  totalTimeoutMs: 60_000,
  /** The most that a request may ask for, and what its 0 means. */
  timeoutMaxMs: 300_000,
} as const

/** How long each part of a call may take, in milliseconds. */
export interface TimeLimits {
  readonly connectMs: number
  /** Until the first byte, and between two. */
  readonly readMs: number
  readonly totalMs: number
}

/** Throws `HTTP_INVALID` for a timeout that is none. */
export const timeLimitsOf = (request: HttpRequest): TimeLimits => {
  const { connectTimeoutMs, readTimeoutMs } = request
  const connectMs = clamp('connectTimeoutMs', connectTimeoutMs ?? httpLimits.connectTimeoutMs)
  const readMs = clamp('readTimeoutMs', readTimeoutMs ?? httpLimits.readTimeoutMs)
  const neededMs = Math.max(httpLimits.totalTimeoutMs, connectMs + readMs)
  return { connectMs, readMs, totalMs: Math.min(neededMs, httpLimits.timeoutMaxMs) }
}

const clamp = (name: string, timeoutMs: number): number => {
  if (!(timeoutMs >= 0)) {
    throw new HttpError('HTTP_INVALID', `${name} is ${timeoutMs}. Give 0 or more milliseconds.`)
  }
  return Math.min(timeoutMs === 0 ? httpLimits.timeoutMaxMs : timeoutMs, httpLimits.timeoutMaxMs)
}
