import { ConnectorError, z, type HttpRequest, type HttpResponse } from '@tenon/sdk'
import { readAsText, readBody } from './response-body.ts'
import type { ResponseFormat } from './response-format.ts'
import { retryAfterMsOf } from './retry-after.ts'

/** What a model sees of an answer; `document` is null until answers can be stored. */
export const output = z.object({
  status: z.int(),
  headers: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  body: z.unknown(),
  reason: z.string(),
  document: z.null(),
})

/** Throws as `requireSuccess` and `readBody` do. */
export const toResult = (
  request: HttpRequest,
  response: HttpResponse,
  format: ResponseFormat,
): z.input<typeof output> => {
  requireSuccess(request, response)
  const { status, reason } = response
  const body = readBody(response, format)
  return { status, headers: headersOf(response), body, reason, document: null }
}

/** Throws `ConnectorError` with the status as its code from 400 on. */
export const requireSuccess = (request: HttpRequest, response: HttpResponse): void => {
  const { status, reason } = response
  if (status < 400) return
  throw new ConnectorError(reason, {
    code: String(status),
    retryAfterMs: retryAfterMsOf(response),
    // The reason alone, such as "Not Found", does not tell what was not found.
    cause: new Error(`${request.method} ${withoutQuery(request.url)} answered ${status}`),
    variables: { response: { headers: headersOf(response), body: readFailure(response) } },
  })
}

/** A query may hold what is nobody's business, and seldom says more. */
export const withoutQuery = (url: string): string => url.replace(/[?#].*$/s, '')

/** The status says more than that its body cannot be read, which is text then. */
const readFailure = (response: HttpResponse): unknown => {
  try {
    return readBody(response)
  } catch {
    // Nothing is lost: the text is the whole of the body.
    return readAsText(response)
  }
}

/** Names as the server wrote them. The first of several values, but for cookies a list of all. */
const headersOf = ({ headers }: HttpResponse): Record<string, string | string[]> => {
  const values = Map.groupBy(headers, ([name]) => name)
  return Object.fromEntries(
    [...values].map(([name, all]) => [
      name,
      name.toLowerCase() === 'set-cookie' ? all.map(([, value]) => value) : (all[0]?.[1] ?? ''),
    ]),
  )
}
