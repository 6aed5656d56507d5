import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openStubbedApp } from './testing/stubbed-app.ts'

let app: FastifyInstance
beforeEach(async () => {
  app = await openStubbedApp()
  await app.listen({ host: '127.0.0.1', port: 0 })
})
afterEach(() => app.close())

const connected = (): Socket => {
  const address = app.server.address()
  if (typeof address !== 'object' || address === null) expect.unreachable()
  return connect(address.port, '127.0.0.1')
}

const expectProblem = (answer: string, status: number, title: string): void => {
  const [head = '', body = ''] = answer.split('\r\n\r\n')
  expect(head.split('\r\n')).toEqual([
    `HTTP/1.1 ${status} ${title}`,
    'Content-Type: application/problem+json',
    'Tenon-Error-Code: REQUEST_INVALID',
    `Content-Length: ${body.length}`,
    'Connection: close',
  ])
  expect(JSON.parse(body)).toEqual({
    type: 'about:blank',
    title,
    status,
    detail: expect.stringMatching(/\. Send /),
    instance: '/',
  })
}

it.each([
  ['no HTTP', 'nonsense\r\n\r\n', 400, 'Bad Request'],
  [
    'headers that are too large',
    `GET / HTTP/1.1\r\nHost: localhost\r\nCookie: ${'x'.repeat(20_000)}\r\n\r\n`,
    431,
    'Request Header Fields Too Large',
  ],
])('answers %s with a problem and hangs up', async (_, sent, status, title) => {
  // given
  const socket = connected()
  // when
  socket.write(sent)
  // then
  expectProblem(await text(socket), status, title)
})

it('answers a request that does not arrive in time with a problem', async () => {
  // given
  const accepted = once(app.server, 'connection')
  const answer = text(connected())
  const [socket] = await accepted
  // when Node gives up on it, which it looks after twice a minute only
  const error = Object.assign(new Error('Request timeout'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' })
  app.server.emit('clientError', error, socket)
  // then
  expectProblem(await answer, 408, 'Request Timeout')
})
