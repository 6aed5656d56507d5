import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import type { JobFailure, Jobs, JsonObject } from '@tenon/orchestration'
import { SecretSeal } from '@tenon/orchestration/secret-seal'
import { addressGuard, createHttp, environmentSecrets, startOutbound } from '@tenon/runtime'
import { expect, onTestFinished, test } from 'vitest'
import connector from './index.ts'
import { listen } from './testing/call.ts'

const seal = new SecretSeal(new Uint8Array(32).fill(7))
const sealed = (field: string): string =>
  seal.seal('{{secrets.KEY}}', { processDefinitionKey: '2', elementId: 'task', field })

/** A server that answers with all that it got. */
const startEcho = (status: number): Promise<string> =>
  listen(
    createServer((request, response) => {
      void text(request).then((body) => {
        const { url, rawHeaders } = request
        response.writeHead(status, { 'Content-Type': 'application/json', 'X-Echo': url ?? '' })
        response.end(JSON.stringify({ url, rawHeaders, body }))
      })
    }),
  )

const plainJob = {
  jobKey: '9',
  processInstanceKey: '1',
  processDefinitionKey: '2',
  processDefinitionId: 'process',
  processDefinitionVersion: 1,
  elementId: 'task',
  elementInstanceKey: '3',
  retries: 3,
  worker: 'runtime',
  deadline: null,
  tags: [],
}

/** Does one job of the connector; gives back how it was answered, and what was logged. */
const work = async (variables: JsonObject, value: string): Promise<string> => {
  const said: unknown[] = []
  const log = (details: object, message: string): void => void said.push(details, message)
  const answer = (_: string, given?: JsonObject | JobFailure): Promise<void> => {
    said.push(given)
    return Promise.resolve()
  }
  const done = Promise.withResolvers<void>()
  const jobs: Jobs = {
    subscribe: ({ type, handler }) => {
      const job = { ...plainJob, type, variables, customHeaders: { resultVariable: 'r' } }
      void handler(job, new AbortController().signal).finally(done.resolve)
      return { close: () => Promise.resolve() }
    },
    activate: () => Promise.resolve([]),
    complete: answer,
    fail: answer,
    throwError: () => Promise.resolve(),
    update: () => Promise.resolve(),
  }
  const http = createHttp(addressGuard({ isLoopbackAllowed: true }))
  onTestFinished(() => http.close())
  startOutbound({
    jobs,
    connectors: [connector],
    secrets: environmentSecrets({ TENON_SECRET_KEY: value }),
    seal,
    http,
    installationId: 'installation',
    timeZone: 'UTC',
    log: { debug: log, warn: log, error: log },
  })
  await done.promise
  return JSON.stringify(said)
}

const form = 'application/x-www-form-urlencoded'
const places: readonly [string, (url: string) => JsonObject][] = [
  [
    'Basic authentication',
    (url) => ({
      url,
      authentication: {
        type: 'basic',
        username: 'user',
        password: sealed('authentication.password'),
      },
    }),
  ],
  [
    'a token',
    (url) => ({ url, authentication: { type: 'bearer', token: sealed('authentication.token') } }),
  ],
  ['a header', (url) => ({ url, headers: { 'X-Key': sealed('headers') } })],
  ['a path', (url) => ({ url: `${url}/${sealed('url')}/end` })],
  ['the query of a URL', (url) => ({ url: `${url}/?k=${sealed('url')}&m=1` })],
  ['a parameter', (url) => ({ url, queryParameters: { k: sealed('queryParameters') } })],
  ['JSON', (url) => ({ url, method: 'POST', body: { a: [sealed('body')] } })],
  ['text', (url) => ({ url, method: 'POST', body: `<a>${sealed('body')}</a>` })],
  [
    'a form',
    (url) => ({
      url,
      method: 'POST',
      headers: { 'Content-Type': form },
      body: { a: sealed('body'), b: 'x' },
    }),
  ],
  [
    'a multipart form',
    (url) => ({
      url,
      method: 'POST',
      headers: { 'Content-Type': 'multipart/form-data' },
      body: { a: sealed('body') },
    }),
  ],
]
const values = ['s3cret-word', 's3cret pa@ss/word+"&;\\', 's3cret-word\n', 's3cret\r\nword']

/** What is readable of it: as it is, in a URL, and in the code of Basic authentication. */
const readings = (answer: string): string => {
  const [, code = ''] = /Basic ([\w+/=]*)/.exec(answer) ?? []
  return answer + decodeURIComponent(answer) + Buffer.from(code, 'base64').toString()
}

for (const [place, variablesFor] of places) {
  test.each(values)(`a server that echoes ${place} does not give %j away`, async (value) => {
    for (const status of [200, 500]) {
      const answer = await work(variablesFor(await startEcho(status)), value)
      expect(answer).toContain('***')
      expect(readings(answer)).not.toMatch(/s3cret|word/)
    }
  })
}

/** An endpoint that gives a token or refuses with an echo, and an interface that echoes. */
const startOAuth = (tokenStatus: number): Promise<string> =>
  listen(
    createServer((request, response) => {
      void text(request).then((body) => {
        const isToken = request.url === '/token'
        const { rawHeaders } = request
        response.statusCode = isToken ? tokenStatus : 500
        const given = isToken ? { access_token: 't0ken-abc.def' } : {}
        response.end(JSON.stringify({ ...given, rawHeaders, body }))
      })
    }),
  )

const ways = ['credentialsBody', 'basicAuthHeader'].flatMap((way) =>
  values.flatMap((value) => [200, 401].map((status) => [way, value, status] as const)),
)

test.each(ways)(
  'neither OAuth by %s with %j nor its token is given away after %i',
  async (clientAuthentication, value, status) => {
    const url = await startOAuth(status)
    const clientSecret = sealed('authentication.clientSecret')
    const type = 'oauth-client-credentials-flow'
    const oauthTokenEndpoint = `${url}/token`
    const client = { clientId: 'client', clientSecret, clientAuthentication }
    const authentication = { type, oauthTokenEndpoint, ...client }
    const answer = await work({ url, authentication }, value)
    expect(answer).toContain('***')
    expect(readings(answer)).not.toMatch(status === 200 ? /s3cret|word|t0ken/ : /s3cret|word/)
  },
)
