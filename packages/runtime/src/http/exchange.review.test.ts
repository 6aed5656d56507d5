import type { Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { clientOf, codeOf, send } from '../testing/http-calls.ts'
import { serve, serveRaw } from '../testing/local-server.ts'
import { httpLimits } from './http-limits.ts'

/** Answers at once, never reads the body. */
const serveEarly = async () => {
  const open = new Set<Socket>()
  const url = await serveRaw((socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
    socket.once('readable', () => {
      socket.write('HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\n\r\n')
    })
  })
  return { url, open }
}

describe('an answer before the request was sent', () => {
  test('does not leave its connection open for ever', { timeout: 20_000 }, async () => {
    const { url, open } = await serveEarly()
    const client = clientOf()
    const body = new Uint8Array(16_000_000)
    const response = await client.send({ method: 'POST', url, headers: [], body, readTimeoutMs: 500 })
    expect(response.status).toBe(413)
    await pause(httpLimits.idleConnectionMs + 2_000)
    expect(open.size).toBe(0)
  })

  test('leaves the host usable', { timeout: 60_000 }, async () => {
    const { url } = await serveEarly()
    const client = clientOf()
    const body = new Uint8Array(8_000_000)
    for (let at = 0; at < httpLimits.connectionsPerHostMax; at++) {
      await client.send({ method: 'POST', url, headers: [], body })
    }
    const next = client.send({ method: 'GET', url, headers: [], readTimeoutMs: 1_000 })
    const outcome = await Promise.race([next.then(({ status }) => status), pause(8_000, 'stuck')])
    expect(outcome).toBe(413)
  })
})

test('close() ends calls that wait for a connection', async () => {
  const { createHttp } = await import('./create-http.ts')
  const http = createHttp()
  let connections = 0
  const url = await serveRaw(() => void connections++)
  const client = http.withSignal(new AbortController().signal)
  const calls = Array.from({ length: httpLimits.connectionsPerHostMax + 10 }, () =>
    codeOf(client.send({ method: 'GET', url, headers: [], readTimeoutMs: 2_000 })),
  )
  await expect.poll(() => connections).toBe(httpLimits.connectionsPerHostMax)
  http.close()
  await pause(300)
  expect(connections).toBe(httpLimits.connectionsPerHostMax)
  await Promise.all(calls)
})

test('a short time limit of the model does not lengthen the total', async () => {
  const { timeLimitsOf } = await import('./http-limits.ts')
  const base = { method: 'GET', url: 'http://x/', headers: [] }
  expect(timeLimitsOf({ ...base, readTimeoutMs: 1_000 }).totalMs).toBeLessThanOrEqual(
    timeLimitsOf(base).totalMs,
  )
})

test('bytes after an answer are not the next answer', async () => {
  const url = await serveRaw((socket) => {
    let count = 0
    socket.on('data', () => {
      socket.write(`HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n#${++count}`)
      if (count === 1) {
        setTimeout(() => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nforged'), 50)
      }
    })
  })
  const client = clientOf()
  const request = { method: 'GET', url, headers: [] }
  expect((await client.send(request)).text()).toBe('#1')
  await pause(200)
  expect((await client.send(request)).text()).not.toBe('forged')
})

test('endless 1xx answers run out of time', { timeout: 10_000 }, async () => {
  const url = await serveRaw((socket) => {
    const drip = setInterval(() => socket.write('HTTP/1.1 102 Processing\r\n\r\n'), 20)
    socket.once('close', () => clearInterval(drip))
  })
  expect(await codeOf(send({ url, readTimeoutMs: 300 }))).toBe('HTTP_TIMED_OUT')
})

test('endless header drip runs out of time', { timeout: 10_000 }, async () => {
  const url = await serveRaw((socket) => {
    socket.write('HTTP/1.1 200 OK\r\n')
    const drip = setInterval(() => socket.write('a'), 20)
    socket.once('close', () => clearInterval(drip))
  })
  expect(await codeOf(send({ url, readTimeoutMs: 300 }))).toBe('HTTP_TIMED_OUT')
})

test('too many codings say so', async () => {
  const url = await serve((_, response) => {
    response.writeHead(200, { 'Content-Encoding': 'deflate, gzip, br' })
    response.end(brotliCompressSync(gzipSync(deflateSync('x'))))
  })
  expect(await codeOf(send({ url }))).toBe('HTTP_BROKEN')
})
