import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStubbedApp } from './testing/stubbed-app.ts'

let app: FastifyInstance
beforeAll(async () => {
  app = await openStubbedApp()
})
afterAll(() => app.close())

const statusOf = async (headers: Record<string, string>, url = '/v2/topology') => {
  const response = await app.inject({ url, headers })
  return [response.statusCode, response.headers['tenon-error-code']]
}

describe('guardLoopback', () => {
  it.each([
    '127.0.0.1:8080',
    '127.0.0.1',
    '127.8.4.2:65535',
    'localhost:8080',
    'LOCALHOST:1',
    '[::1]:8080',
    '[::1]',
  ])('lets the host %s in', async (host) => {
    expect(await statusOf({ host })).toEqual([200, undefined])
  })

  it.each([
    'evil.example:8080',
    'localhost.evil.example',
    '127.0.0.1.evil.example:8080',
    '192.168.0.4:8080',
    '0.0.0.0:8080',
    '127.0.0.256',
    '127.1:8080',
    '2130706433:8080',
    '[::]:8080',
    '[::ffff:127.0.0.1]:8080',
    '::1',
    'localhost:0',
    'localhost:65536',
    'localhost:',
    'localhost:80:80',
    'localhost.',
    'user@localhost',
    ' ',
  ])('refuses the host %j', async (host) => {
    expect(await statusOf({ host })).toEqual([403, 'HOST_REFUSED'])
  })

  it.each([
    ['127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['localhost', 'http://localhost'],
    ['[::1]:9000', 'http://[::1]:9000'],
  ])('lets a page of %s drive itself', async (host, origin) => {
    expect(await statusOf({ host, origin })).toEqual([200, undefined])
  })

  it.each([
    'https://evil.example',
    'http://127.0.0.1:8081',
    'https://127.0.0.1:8080',
    'http://localhost:8080',
    'http://127.0.0.1:8080.evil.example',
    'null',
    '',
  ])('refuses a page of %j', async (origin) => {
    expect(await statusOf({ host: '127.0.0.1:8080', origin })).toEqual([403, 'ORIGIN_REFUSED'])
  })

  it.each(['/', '/nothing', '/v2/nothing', '/assets/a.js'])('guards %s too', async (url) => {
    expect(await statusOf({ host: 'evil.example' }, url)).toEqual([403, 'HOST_REFUSED'])
    expect(await statusOf({ origin: 'http://evil.example' }, url)).toEqual([403, 'ORIGIN_REFUSED'])
  })

  it('answers no preflight', async () => {
    const headers = { origin: 'http://evil.example', 'access-control-request-method': 'POST' }
    const response = await app.inject({ method: 'OPTIONS', url: '/v2/process-instances', headers })
    expect(response.statusCode).toBe(403)
    expect(response.headers['access-control-allow-origin']).toBeUndefined()
  })
})
