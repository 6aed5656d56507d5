import { RefusedError } from './refused-error.ts'

/** A request to the server that served the page. */
export interface Call {
  /** GET unless given. */
  readonly method?: 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Sent as JSON. */
  readonly json?: unknown
  /** Sent as it is, for JSON whose numbers must keep all of their digits. */
  readonly jsonText?: string
  readonly signal?: AbortSignal | undefined
  /** Whether the page may be gone before there is an answer. */
  readonly isLeaving?: boolean
}

/** What browsers send for a page that is gone: 64 KiB, of all requests together. */
const sentAfterLeavingMax = 60_000

/** Throws `RefusedError`, or what `fetch` throws when there is no answer. */
export const call = async (path: string, request: Call = {}): Promise<Response> => {
  const { method = 'GET', json, jsonText = JSON.stringify(json), signal, isLeaving } = request
  const response = await fetch(path, {
    method,
    ...(jsonText !== undefined && { body: jsonText, headers: { 'content-type': mediaType } }),
    signal: signal ?? null,
    keepalive: isLeaving === true && (jsonText?.length ?? 0) < sentAfterLeavingMax,
  })
  if (!response.ok) throw await refusalOf(response)
  return response
}

/** The same, for an answer in JSON. */
export const callForJson = async <Answer>(path: string, request?: Call): Promise<Answer> => {
  const response = await call(path, request)
  // The server that answers has served this page, so both have the same contract.
  return (await response.json()) as Answer
}

const mediaType = 'application/json'

const refusalOf = async (response: Response): Promise<RefusedError> =>
  new RefusedError(
    response.status,
    await readDetail(response),
    response.headers.get('tenon-error-code') ?? undefined,
  )

/** The `detail` of a problem document (RFC 9457), empty where there is none. */
const readDetail = async (response: Response): Promise<string> => {
  try {
    const problem: unknown = await response.json()
    return hasDetail(problem) ? problem.detail : ''
  } catch {
    // A proxy in between answers with a page of its own: the status says enough.
    return ''
  }
}

const hasDetail = (problem: unknown): problem is { readonly detail: string } =>
  typeof problem === 'object' &&
  problem !== null &&
  'detail' in problem &&
  typeof problem.detail === 'string'
