import type { Socket } from 'node:net'
import { describe, expect, test } from 'vitest'
import { clientOf } from '../testing/http-calls.ts'
import { serve, serveRaw } from '../testing/local-server.ts'
import { addressGuard } from './address-guard.ts'
import { freshConnections } from './connections.ts'
import { exchange, type Exchange } from './exchange.ts'
import { HostQueues } from './host-queues.ts'
import { httpLimits } from './http-limits.ts'

const within = (totalMs: number, url: string): Exchange => ({
  request: { method: 'GET', url, headers: [] },
  connections: freshConnections,
  guard: addressGuard({ isLoopbackAllowed: true }),
  queues: new HostQueues(),
  limits: { connectMs: 10_000, readMs: 10_000, totalMs },
  deadline: performance.now() + totalMs,
  signal: new AbortController().signal,
})

describe('the total time limit', () => {
  test('ends a wait for the answer', async () => {
    const url = await serveRaw(() => {})
    await expect(exchange(within(50, url))).rejects.toMatchObject({
      code: 'HTTP_TIMED_OUT',
      message: `No answer from ${url} within the total timeout of 50 ms.`,
    })
  })

  test('ends an answer that keeps trickling', async () => {
    const url = await serve((_, response) => {
      const trickle = setInterval(() => response.write('x'), 5)
      response.once('close', () => clearInterval(trickle))
    })
    await expect(exchange(within(200, url))).rejects.toMatchObject({ code: 'HTTP_STALLED' })
  })

  test('has none of its timers left after the answer', async () => {
    const url = await serve((_, response) => response.end('done'))
    const timers = () =>
      process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length
    const before = timers()
    const { status } = await exchange(within(10_000, url))
    expect(status).toBe(200)
    expect(timers()).toBeLessThanOrEqual(before)
  })
})

const get = (url: string) => ({ method: 'GET', url, headers: [] })

describe('an answer before the request was sent', () => {
  /** Answers at once, and reads nothing of the body until `resume`. */
  const serveEarly = async () => {
    const open = new Set<Socket>()
    const url = await serveRaw((socket) => {
      open.add(socket)
      socket.once('close', () => open.delete(socket))
      socket.once('readable', () => {
        socket.write('HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\n\r\n')
      })
    })
    return { url, open, resume: () => open.forEach((socket) => socket.resume()) }
  }
  const post = (url: string) => ({ ...get(url), method: 'POST', body: new Uint8Array(8_000_000) })

  test('ends its connection', async () => {
    const { url, open, resume } = await serveEarly()
    expect((await clientOf().send(post(url))).status).toBe(413)
    // Only who reads learns that the other side has gone.
    resume()
    await expect.poll(() => open.size).toBe(0)
  })

  test('leaves the host usable', { timeout: 30_000 }, async () => {
    const { url } = await serveEarly()
    const client = clientOf()
    const statuses = new Set<number>()
    for (let at = 0; at <= httpLimits.connectionsPerHostMax; at++) {
      statuses.add((await client.send(post(url))).status)
    }
    expect(statuses).toEqual(new Set([413]))
    expect((await client.send(get(url))).status).toBe(413)
  })
})
