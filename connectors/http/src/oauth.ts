import { ConnectorError, type HttpRequest, type HttpResponse, type Services, z } from '@tenon/sdk'
import { basicOf, type OAuth } from './authentication.ts'
import { formText } from './form-text.ts'
import { userAgent } from './request.ts'
import { readBody } from './response-body.ts'
import { requireSuccess, withoutQuery } from './response.ts'
import { send } from './send.ts'
import { type Obtained, type Token, TokenCache } from './token-cache.ts'
import { toWireUrl } from './url.ts'

/** One for the process: what it holds is nobody's but theirs who know the credentials. */
const tokens = new TokenCache()

/**
 * Sends a request with an access token. One that was kept and is refused is fetched anew, once:
 * it may have been revoked.
 */
export const sendWithToken = async (
  request: HttpRequest,
  by: OAuth,
  services: Services,
): Promise<HttpResponse> => {
  const key = await keyOf(by)
  const token = await obtain(key, by, services)
  const response = await send(services.http, withToken(request, token))
  if (response.status !== 401) return response
  tokens.drop(key, token.value)
  if (!token.isKept || !isRepeatable(request)) return response
  return send(services.http, withToken(request, await obtain(key, by, services)))
}

const obtain = async (key: string, by: OAuth, services: Services): Promise<Obtained> => {
  const { signal, http, conceal } = services
  const token = await tokens.get(key, { fetch: () => fetchToken(by, http), signal })
  conceal(token.value)
  return token
}

const withToken = (request: HttpRequest, { value }: Obtained): HttpRequest => ({
  ...request,
  headers: [['Authorization', `Bearer ${value}`], ...request.headers],
})

const idempotent = new Set(['GET', 'PUT', 'DELETE'])

// A refused request had no effect; but where a redirect was followed, that before it may have had.
const isRepeatable = ({ method, followRedirects }: HttpRequest): boolean =>
  idempotent.has(method) || followRedirects !== true

/** A digest, from which nobody learns a secret. */
const keyOf = async (by: OAuth): Promise<string> => {
  const { oauthTokenEndpoint, clientId, clientSecret, audience, scopes, clientAuthentication } = by
  const client = [clientId, clientSecret, clientAuthentication]
  const all = JSON.stringify([oauthTokenEndpoint, client, audience ?? null, scopes ?? null])
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(all))
  return new Uint8Array(digest).toBase64()
}

const fetchToken = async (by: OAuth, http: Services['http']): Promise<Token> => {
  const request = tokenRequest(by)
  const response = await send(http, request)
  requireSuccess(request, response)
  const read = tokenAnswer.safeParse(readBody(response))
  if (!read.success) throw noToken(request, response)
  const { access_token: value, expires_in: seconds } = read.data
  return { value, lifetimeMs: seconds === undefined ? undefined : Number(seconds) * 1_000 }
}

/**
 * Characters. Hardly a server takes a header that is longer; and to keep a text of megabytes out of
 * results would hold up all other jobs.
 */
const tokenLengthMax = 16_384

const tokenAnswer = z.object({
  access_token: z.string().min(1).max(tokenLengthMax),
  // Some endpoints write the number as text.
  expires_in: z
    .union([z.number(), z.string().regex(/^\d+$/)])
    .optional()
    .catch(undefined),
})

const tokenRequest = (by: OAuth): HttpRequest => {
  const { clientId, clientSecret, clientAuthentication, audience = null, scopes } = by
  const isInBody = clientAuthentication === 'credentialsBody'
  return {
    method: 'POST',
    url: toWireUrl(by.oauthTokenEndpoint, [], { skipEncoding: false }),
    headers: [
      userAgent,
      ['Content-Type', 'application/x-www-form-urlencoded'],
      ...(isInBody ? [] : [['Authorization', basicOf(clientId, clientSecret)] as const]),
    ],
    body: formText({
      audience,
      grant_type: 'client_credentials',
      ...(scopes !== undefined && scopes.trim() !== '' && { scope: scopes }),
      ...(isInBody && { client_id: clientId, client_secret: clientSecret }),
    }),
  }
}

/** Code and text are Camunda's. */
const noToken = ({ method, url }: HttpRequest, { status }: HttpResponse): ConnectorError =>
  new ConnectorError('OAuth token response does not contain an access_token field', {
    code: 'OAUTH_TOKEN_ERROR',
    cause: new Error(
      `${method} ${withoutQuery(url)} answered ${status} without a token of 1 to ${tokenLengthMax} characters`,
    ),
  })
