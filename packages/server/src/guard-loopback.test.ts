import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
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

describe('a request that a client writes by hand', () => {
  const answerTo = async (target: string, ...headers: readonly string[]) => {
    if (!app.server.listening) await app.listen({ host: '127.0.0.1', port: 0 })
    const address = app.server.address()
    if (typeof address !== 'object' || address === null) expect.unreachable()
    const socket = connect(address.port, '127.0.0.1')
    const lines = [`GET ${target} HTTP/1.1`, ...headers, 'Connection: close', '', '']
    socket.write(lines.join('\r\n'))
    const answer = await text(socket)
    return [/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1], /tenon-error-code: (\w+)/.exec(answer)?.[1]]
  }

  it.each([
    ['GET', '/v2/topology', 'Host: localhost', 'Host: evil.example'],
    ['GET', '/v2/topology', 'Host: evil.example', 'Host: localhost'],
    ['GET', '/v2/topology', 'Host: localhost', 'HOST: 127.0.0.1'],
    ['GET', '/v2/topology', 'Host: localhost', 'host: localhost'],
    ['GET', 'http://evil.example/v2/topology', 'Host: localhost'],
    ['GET', 'HTTPS://evil.example', 'Host: localhost'],
    ['GET', 'http://localhost@evil.example/v2/topology', 'Host: localhost'],
    ['GET', 'http://localhost/v2/topology', 'Host: evil.example'],
    ['GET', '/%zz', 'Host: evil.example'],
    ['GET', '/v2/process-instances/%ff', 'Host: evil.example'],
  ])('is refused: %s %s with %s %s', async (_, target, ...headers) => {
    expect(await answerTo(target, ...headers)).toEqual(['403', 'HOST_REFUSED'])
  })

  it('is refused where a foreign page asks for what cannot be decoded', async () => {
    const answer = await answerTo('/%zz', 'Host: localhost', 'Origin: http://evil.example')
    expect(answer).toEqual(['403', 'ORIGIN_REFUSED'])
  })

  it('is told what is wrong where it is let in', async () => {
    expect(await answerTo('/%zz', 'Host: localhost')).toEqual(['400', 'REQUEST_INVALID'])
  })

  it('may have the whole address, as if to a proxy', async () => {
    const answer = await answerTo('http://localhost/v2/topology', 'Host: localhost')
    expect(answer).toEqual(['200', undefined])
  })
})
