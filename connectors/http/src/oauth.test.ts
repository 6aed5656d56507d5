import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { listen, run } from './testing/call.ts'

interface TokenRequest {
  readonly target: string
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: string
}

interface Behaviour {
  /** What the endpoint answers to the request with this number, from 1 on. */
  readonly token?: (count: number) => { status?: number; json: unknown; retryAfter?: string }
  /** Tokens that the interface no longer takes. */
  readonly revoked?: ReadonlySet<string>
  /** Status of the interface for a token that it takes. */
  readonly redirect?: string
}

/** Services may get the port of an earlier one, whose tokens are kept. */
let services = 0

const issue = (count: number) => ({ json: { access_token: `token-${count}`, expires_in: 3600 } })

/** An endpoint for tokens at `/token`, and an interface that answers with what it was called with. */
const startService = async ({ token = issue, revoked = new Set(), redirect }: Behaviour = {}) => {
  const tokenRequests: TokenRequest[] = []
  const calls: string[] = []
  const server = createServer({ maxHeaderSize: 32 * 1024 }, (request, response) => {
    void text(request).then((body) => {
      const { url: target = '', headers, method } = request
      if (target.startsWith('/token')) {
        const {
          status = 200,
          json,
          retryAfter,
        } = token(tokenRequests.push({ target, headers, body }))
        response.statusCode = status
        if (retryAfter !== undefined) response.setHeader('Retry-After', retryAfter)
        response.end(JSON.stringify(json))
        return
      }
      const { authorization = 'none' } = headers
      calls.push(`${method} ${authorization}`)
      const isRevoked = revoked.has(authorization.replace('Bearer ', ''))
      if (isRevoked) response.writeHead(401)
      else if (redirect !== undefined && target === '/')
        response.writeHead(307, { Location: redirect })
      response.end(JSON.stringify({ authorization }))
    })
  })
  const origin = await listen(server)
  const authentication = {
    type: 'oauth-client-credentials-flow',
    oauthTokenEndpoint: `${origin}/token-${++services}?tenant=a`,
    clientId: 'client id',
    clientSecret: 's3cret&ü',
    clientAuthentication: 'credentialsBody',
  }
  const call = (variables: object = {}, more: object = {}) =>
    run({ url: `${origin}/`, authentication: { ...authentication, ...more }, ...variables })
  return { call, tokenRequests, calls, authentication, origin }
}

describe('the request for a token', () => {
  const onlyRequest = async (more: object): Promise<TokenRequest> => {
    const { call, tokenRequests } = await startService()
    await call({}, more)
    const [request, ...others] = tokenRequests
    if (request === undefined || others.length > 0) throw new Error('Not exactly one request came')
    return request
  }
  const secret = 'client_id=client+id&client_secret=s3cret%26%C3%BC'

  test.each([
    [{}, `audience&grant_type=client_credentials&${secret}`],
    [{ audience: 'a b' }, `audience=a+b&grant_type=client_credentials&${secret}`],
    [{ audience: null, scopes: null }, `audience&grant_type=client_credentials&${secret}`],
    [{ scopes: ' ' }, `audience&grant_type=client_credentials&${secret}`],
    [{ scopes: 'r w' }, `audience&grant_type=client_credentials&scope=r+w&${secret}`],
    [
      { clientAuthentication: 'basicAuthHeader', scopes: 'r' },
      'audience&grant_type=client_credentials&scope=r',
    ],
  ])('with %j is %s', async (more, expected) => {
    const { body, headers, target } = await onlyRequest(more)
    expect(body).toBe(expected)
    expect(target).toMatch(/^\/token-\d+\?tenant=a$/)
    expect(headers['content-type']).toBe('application/x-www-form-urlencoded')
  })

  test('carries ID and secret in a header where that is asked for', async () => {
    const { headers } = await onlyRequest({ clientAuthentication: 'basicAuthHeader' })
    const basic = Buffer.from('client id:s3cret&ü').toString('base64')
    expect(headers['authorization']).toBe(`Basic ${basic}`)
    expect((await onlyRequest({})).headers['authorization']).toBeUndefined()
  })

  test.each([
    [{ oauthTokenEndpoint: 'ftp://a' }, 'oauthTokenEndpoint'],
    [{ clientId: '' }, 'clientId'],
    [{ clientAuthentication: 'elsewhere' }, 'clientAuthentication'],
  ])('is not made with %j', async (more, field) => {
    const { call, tokenRequests } = await startService()
    await expect(call({}, more)).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining(`authentication.${field}: `),
    })
    expect(tokenRequests).toEqual([])
  })

  test('is not made for a call that could not be made', async () => {
    const { call, tokenRequests } = await startService()
    await expect(call({ headers: 'x' })).rejects.toMatchObject({ name: 'InputError' })
    expect(tokenRequests).toEqual([])
  })

  test('goes through the guard on addresses', async () => {
    const { call } = await startService()
    const more = { oauthTokenEndpoint: 'http://169.254.169.254/token' }
    await expect(call({}, more)).rejects.toMatchObject({ code: 'HTTP_REFUSED' })
  })
})

describe('the token', () => {
  test('is sent before own headers, and is a secret', async () => {
    const { call, calls, authentication, origin } = await startService()
    const concealed: string[] = []
    const conceal = (secret: string): void => void concealed.push(secret)
    await run({ url: origin, authentication }, { conceal })
    await call({ headers: { Authorization: 'Own' } })
    expect(calls[0]).toBe('GET Bearer token-1')
    expect(calls[1]).toMatch(/^GET Bearer token-1/)
    expect(concealed).toEqual(['token-1'])
  })

  test('serves later calls, and those at the same time', async () => {
    const { call, calls, tokenRequests } = await startService()
    await Promise.all([call(), call(), call()])
    await call({ method: 'POST' })
    expect(tokenRequests).toHaveLength(1)
    expect(new Set(calls)).toEqual(new Set(['GET Bearer token-1', 'POST Bearer token-1']))
  })

  test.each([
    { clientId: 'other' },
    { clientSecret: 'other' },
    { audience: 'other' },
    { scopes: 'other' },
    { clientAuthentication: 'basicAuthHeader' },
  ])('serves no other client: %j', async (more) => {
    const { call, tokenRequests } = await startService()
    await call()
    await call({}, more)
    expect(tokenRequests).toHaveLength(2)
  })

  test.each([
    ['of no known life', { access_token: 'a' }, 2],
    ['of no life', { access_token: 'a', expires_in: 0 }, 2],
    ['whose life is no number', { access_token: 'a', expires_in: 'soon' }, 2],
    ['whose life is written as text', { access_token: 'a', expires_in: '3600' }, 1],
  ])('%s is fetched so often for two calls: %j', async (_, json, count) => {
    const { call, tokenRequests } = await startService({ token: () => ({ json }) })
    await call()
    await call()
    expect(tokenRequests).toHaveLength(count)
  })
})

describe('a token that the interface refuses', () => {
  test.each(['GET', 'POST'])('and had been kept is fetched anew, once: %s', async (method) => {
    const revoked = new Set<string>()
    const { call, calls } = await startService({ revoked })
    await call()
    revoked.add('token-1')
    expect(await call({ method })).toMatchObject({ status: 200 })
    const all = ['GET Bearer token-1', `${method} Bearer token-1`, `${method} Bearer token-2`]
    expect(calls).toEqual(all)
  })

  test('again is a failure', async () => {
    const revoked = new Set<string>()
    const { call, calls } = await startService({ revoked })
    await call()
    revoked.add('token-1').add('token-2')
    await expect(call()).rejects.toMatchObject({ code: '401' })
    expect(calls).toHaveLength(3)
  })

  test('and is new is a failure, and not kept', async () => {
    const { call, calls, tokenRequests } = await startService({ revoked: new Set(['token-1']) })
    await expect(call()).rejects.toMatchObject({ code: '401' })
    expect(calls).toEqual(['GET Bearer token-1'])
    expect(await call()).toMatchObject({ status: 200 })
    expect(tokenRequests).toHaveLength(2)
  })

  test.each([
    ['PUT', 4],
    ['POST', 2],
  ])(
    'behind a redirect, where %s may have had an effect, makes %i calls',
    async (method, count) => {
      // Another origin gets no token, so it refuses the call.
      const other = await startService({ revoked: new Set(['none']) })
      const { call, calls } = await startService({ redirect: `${other.origin}/end` })
      await call()
      const failing = call({ method, followRedirects: true })
      await expect(failing).rejects.toMatchObject({ code: '401' })
      expect(calls.length - 1 + other.calls.length).toBe(count)
    },
  )
})

describe('an endpoint that gives no token', () => {
  test('is a failure with its status, as Camunda has it', async () => {
    const json = { error: 'invalid_client' }
    const { call, calls } = await startService({ token: () => ({ status: 401, json }) })
    await expect(call()).rejects.toMatchObject({
      name: 'ConnectorError',
      code: '401',
      message: 'Unauthorized',
      variables: { response: { body: json } },
    })
    expect(calls).toEqual([])
  })

  test('may ask to wait', async () => {
    const token = () => ({ status: 503, json: {}, retryAfter: '7' })
    const { call } = await startService({ token })
    await expect(call()).rejects.toMatchObject({ code: '503', retryAfterMs: 7_000 })
  })

  test.each([{}, { access_token: '' }, { access_token: 7 }, ['x'], 'text', null])(
    'though it answers with %j',
    async (json) => {
      const { call } = await startService({ token: () => ({ json }) })
      await expect(call()).rejects.toMatchObject({
        code: 'OAUTH_TOKEN_ERROR',
        message: 'OAuth token response does not contain an access_token field',
      })
    },
  )

  test.each([
    [16_384, 1],
    [16_385, 0],
    [163_840, 0],
  ])('of a length that a header can have: %i characters make %i calls', async (length, count) => {
    const json = { access_token: 'x'.repeat(length) }
    const { call, calls } = await startService({ token: () => ({ json }) })
    await call().catch(() => {})
    expect(calls).toHaveLength(count)
  })

  test('because it cannot be reached', async () => {
    const { call } = await startService()
    const more = { oauthTokenEndpoint: 'http://127.0.0.1:1/' }
    await expect(call({}, more)).rejects.toMatchObject({ code: '408' })
  })
})
