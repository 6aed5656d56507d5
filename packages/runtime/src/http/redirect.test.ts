import type { IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import type { HttpRequest } from '@tenon/sdk'
import { describe, expect, test } from 'vitest'
import { codeOf, send } from '../testing/http-calls.ts'
import { serve } from '../testing/local-server.ts'
import { httpLimits } from './http-limits.ts'

const echo = async (message: IncomingMessage): Promise<string> =>
  JSON.stringify({ method: message.method, url: message.url, body: await text(message) })

describe('redirects', () => {
  const follow = (status: number, location: string, request: Partial<HttpRequest>) =>
    serve((message, response) => {
      if (message.url === '/') response.writeHead(status, { Location: location }).end()
      else void echo(message).then((answer) => response.end(answer))
    }).then((url) => send({ url, followRedirects: true, ...request }))

  test('are answers by default', async () => {
    const response = await follow(302, '/next', { followRedirects: false })
    expect(response.status).toBe(302)
  })

  test.each([
    [301, 'POST', 'GET', ''],
    [302, 'POST', 'GET', ''],
    [303, 'POST', 'GET', ''],
    [303, 'PUT', 'GET', ''],
    [301, 'PUT', 'PUT', 'text'],
    [307, 'POST', 'POST', 'text'],
    [308, 'POST', 'POST', 'text'],
    [308, 'DELETE', 'DELETE', 'text'],
  ])('%i of %s goes on as %s with body "%s"', async (status, method, next, body) => {
    const headers = [['Content-Type', 'text/plain']] as const
    const response = await follow(status, '/next?a=1', { method, body: 'text', headers })
    expect(response.json()).toEqual({ method: next, url: '/next?a=1', body })
  })

  test.each([
    [304, '/next'],
    [302, undefined],
    [300, '/next'],
  ])('%i to %s is none', async (status, location) => {
    const url = await serve((_, response) => {
      response.writeHead(status, location === undefined ? {} : { Location: location }).end()
    })
    expect((await send({ url, followRedirects: true })).status).toBe(status)
  })

  test('to another origin carry no header that may be a credential', async () => {
    const other = await serve((request, response) => response.end(request.rawHeaders.join('|')))
    const url = await serve((request, response) => {
      const location = request.url === '/same' ? '/end' : `${other}/end`
      if (request.url === '/end') response.end(request.rawHeaders.join('|'))
      else response.writeHead(302, { Location: location }).end()
    })
    const headers = ['Authorization', 'Cookie', 'X-Api-Key', 'Accept'].map(
      (name) => [name, 'given'] as const,
    )
    const same = (await send({ url: `${url}/same`, headers, followRedirects: true })).text()
    for (const [name] of headers) expect(same).toContain(`${name}|given`)
    const elsewhere = (await send({ url: `${url}/other`, headers, followRedirects: true })).text()
    expect(elsewhere).toContain('Accept|given')
    expect(elsewhere.match(/given/g)).toHaveLength(1)
  })

  test.each([
    ['at the limit', httpLimits.redirectsMax, 200],
    ['one over it', httpLimits.redirectsMax + 1, 'HTTP_INVALID'],
    ['without an end', Number.POSITIVE_INFINITY, 'HTTP_INVALID'],
  ])('number %s', async (_, count, expected) => {
    let calls = 0
    const url = await serve((_request, response) => {
      const isLast = calls++ >= count
      response.writeHead(isLast ? 200 : 307, { Location: '/' }).end()
    })
    const outcome = send({ url, followRedirects: true }).then((response) => response.status)
    expect(await codeOf(outcome)).toBe(expected)
    expect(calls).toBe(Math.min(count, httpLimits.redirectsMax) + 1)
  })

  test.each(['ftp://localhost/', 'http://user:password@localhost/', 'file:///etc/passwd'])(
    'to %s are refused',
    async (location) => {
      expect(await codeOf(follow(302, location, {}))).toBe('HTTP_INVALID')
    },
  )
})
