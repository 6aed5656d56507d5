import { PassThrough } from 'node:stream'
import { OrchestrationError, type OrchestrationErrorCode } from '@tenon/orchestration'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { afterEach, describe, expect, it } from 'vitest'
import { limits } from './limits.ts'
import { openStubbedApp } from './testing/stubbed-app.ts'

let app: FastifyInstance
afterEach(() => app.close())

const json = { 'content-type': 'application/json' }
const start = '/v2/process-instances'

const created = {
  processInstanceKey: '2',
  processDefinitionKey: '1',
  processDefinitionId: 'order',
  processDefinitionVersion: 1,
  tags: [],
  variables: {},
}

const startWith = (createProcessInstance: () => Promise<typeof created>) =>
  openStubbedApp({ commands: { createProcessInstance } })

const body = JSON.stringify({ processDefinitionId: 'order' })

describe('a problem', () => {
  it('has all of its members, its media type and its code', async () => {
    app = await openStubbedApp()
    const response = await app.inject('/v2/nothing?a=1')
    expect(response.statusCode).toBe(404)
    expect(response.headers['content-type']).toBe('application/problem+json')
    expect(response.headers['tenon-error-code']).toBe('ROUTE_NOT_FOUND')
    expect(response.json()).toEqual({
      type: 'about:blank',
      title: 'NOT_FOUND',
      status: 404,
      detail: expect.stringMatching(
        /^Tenon has no GET \/v2\/nothing\. Check the method and the path/,
      ),
      instance: '/v2/nothing',
    })
  })

  it.each<[OrchestrationErrorCode, number, string]>([
    ['NOT_FOUND', 404, 'NOT_FOUND'],
    ['INVALID_STATE', 409, 'INVALID_STATE'],
    ['INVALID_ARGUMENT', 400, 'INVALID_ARGUMENT'],
    ['DEPLOYMENT_REJECTED', 400, 'INVALID_ARGUMENT'],
    ['VARIABLES_TOO_LARGE', 400, 'INVALID_ARGUMENT'],
    ['JSON_INVALID', 400, 'Bad Request'],
    ['JSON_TOO_DEEP', 400, 'Bad Request'],
    ['TIMED_OUT', 504, 'TIMED_OUT'],
    ['SEARCH_TIMED_OUT', 504, 'SEARCH_TIMED_OUT'],
    ['RESOURCE_EXHAUSTED', 503, 'RESOURCE_EXHAUSTED'],
    ['STORAGE_FAILED', 503, 'STORAGE_FAILED'],
  ])('says %s with status %i', async (code, status, title) => {
    app = await startWith(() => Promise.reject(new OrchestrationError(code, 'What to do.')))
    const response = await app.inject({ method: 'POST', url: start, headers: json, body })
    expect(response.json()).toMatchObject({ status, title, detail: 'What to do.' })
    expect(response.statusCode).toBe(status)
    expect(response.headers['tenon-error-code']).toBe(code)
  })

  it('says nothing of what went wrong inside, which the log does', async () => {
    // given
    const stream = new PassThrough()
    const log = pino(stream)
    const search = () => Promise.reject(new Error('SELECT secret FROM table'))
    app = await openStubbedApp({ queries: { search } }, { log })
    // when
    const response = await app.inject({ method: 'POST', url: '/v2/incidents/search' })
    // then
    expect(response.statusCode).toBe(500)
    expect(response.headers['tenon-error-code']).toBe('INTERNAL_ERROR')
    expect(response.body).not.toContain('SELECT')
    expect(String(stream.read())).toContain('SELECT secret FROM table')
  })

  it('shows no sealed reference', async () => {
    const sealed = `\uE000TOKEN\uE002${'a'.repeat(22)}\uE001`
    app = await startWith(() => Promise.reject(new OrchestrationError('INVALID_STATE', sealed)))
    const response = await app.inject({ method: 'POST', url: start, headers: json, body })
    expect(response.json()).toMatchObject({ detail: '{{secrets.TOKEN}}' })
  })

  it.each(['/v2/%', '/v2/process-instances/%ff', `/v2/process-instances/${'1'.repeat(300)}`])(
    'answers the address %s, which cannot be read',
    async (url) => {
      app = await openStubbedApp()
      const response = await app.inject(url)
      expect(response.statusCode).toBeGreaterThanOrEqual(400)
      expect(response.statusCode).toBeLessThan(500)
      expect(response.headers['content-type']).toBe('application/problem+json')
      expect(response.headers['tenon-error-code']).toBeDefined()
    },
  )
})

describe('a request body', () => {
  const post = async (payload: string, headers: Record<string, string> = json) => {
    app = await startWith(() => Promise.resolve(created))
    const response = await app.inject({ method: 'POST', url: start, headers, payload })
    return { code: response.headers['tenon-error-code'], status: response.statusCode, response }
  }

  it.each([
    ['{"processDefinitionId":"order"', 'JSON_INVALID'],
    ['{"processDefinitionId":NaN}', 'JSON_INVALID'],
    ['\uFEFF{}', 'JSON_INVALID'],
    ['', 'REQUEST_INVALID'],
    ['null', 'REQUEST_INVALID'],
    ['[]', 'REQUEST_INVALID'],
    ['"text"', 'REQUEST_INVALID'],
    ['12345678901234567890', 'REQUEST_INVALID'],
    ['{"processDefinitionId":"order","__proto__":{}}', 'REQUEST_INVALID'],
    ['{"processDefinitionId":"order","constructor":1}', 'REQUEST_INVALID'],
  ])('of %j is refused', async (payload, code) => {
    expect(await post(payload)).toMatchObject({ status: 400, code })
  })

  it('that is not UTF-8 is refused', async () => {
    app = await startWith(() => Promise.resolve(created))
    const payload = Buffer.from('{"processDefinitionId":"Größe"}', 'latin1')
    const response = await app.inject({ method: 'POST', url: start, headers: json, payload })
    expect(response.statusCode).toBe(400)
    expect(response.headers['tenon-error-code']).toBe('JSON_INVALID')
    expect(response.body).toContain('UTF-8')
  })

  it('that is missing is refused', async () => {
    app = await openStubbedApp()
    const response = await app.inject({ method: 'POST', url: start })
    expect(response.statusCode).toBe(400)
    expect(response.json()).toMatchObject({
      detail: 'The request has no body. Send a JSON object.',
    })
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'nonsense'])(
    'of type %s is refused',
    async (type) => {
      const { status, code, response } = await post(body, { 'content-type': type })
      expect([status, code]).toEqual([415, 'MEDIA_TYPE_UNSUPPORTED'])
      expect(response.json<{ detail: string }>().detail).toContain('Send application/json')
    },
  )

  it('may name its charset', async () => {
    const { status } = await post(body, { 'content-type': 'application/json; charset=utf-8' })
    expect(status).toBe(200)
  })

  it('is accepted at the limit, refused one byte over and ten times over', async () => {
    const empty = JSON.stringify({ processDefinitionId: 'order', variables: { a: '' } })
    const ofSize = (bytes: number): string =>
      empty.replace('"a":""', `"a":"${'x'.repeat(bytes - empty.length)}"`)
    expect((await post(ofSize(limits.jsonBytesMax))).status).toBe(200)
    const tooLarge = { status: 413, code: 'BODY_TOO_LARGE' }
    expect(await post(ofSize(limits.jsonBytesMax + 1))).toMatchObject(tooLarge)
    expect(await post(ofSize(limits.jsonBytesMax * 10))).toMatchObject(tooLarge)
  })

  it('is refused when it is nested too deep', async () => {
    const nested = `{"a":${'['.repeat(1_000)}${']'.repeat(1_000)}}`
    const payload = `{"processDefinitionId":"order","variables":${nested}}`
    expect(await post(payload)).toMatchObject({ status: 400, code: 'JSON_TOO_DEEP' })
  })
})

describe('an answer', () => {
  it('keeps every digit and shows no sealed reference', async () => {
    // given
    const variables = {
      large: JSON.rawJSON('12345678901234567890.123'),
      token: `Bearer \uE000A\uE002${'b'.repeat(22)}\uE001`,
    }
    app = await startWith(() => Promise.resolve({ ...created, variables }))
    // when
    const response = await app.inject({ method: 'POST', url: start, headers: json, body })
    // then
    expect(response.body).toContain('"large":12345678901234567890.123,')
    expect(response.body).toContain('"token":"Bearer {{secrets.A}}"')
    expect(response.headers).toMatchObject({
      'cache-control': 'no-store',
      'content-type': 'application/json; charset=utf-8',
      'x-content-type-options': 'nosniff',
    })
  })
})

describe('GET /v2/topology', () => {
  it('shows one healthy broker at the address that the client used', async () => {
    app = await openStubbedApp()
    const response = await app.inject({ url: '/v2/topology', headers: { host: '[::1]:8080' } })
    expect(response.json()).toEqual({
      brokers: [
        {
          nodeId: 0,
          host: '[::1]',
          port: 8080,
          version: '8.9.0',
          partitions: [{ partitionId: 1, role: 'leader', health: 'healthy' }],
        },
      ],
      clusterId: 'installation-1',
      clusterSize: 1,
      partitionsCount: 1,
      replicationFactor: 1,
      gatewayVersion: '8.9.0',
      lastCompletedChangeId: '-1',
    })
  })
})
