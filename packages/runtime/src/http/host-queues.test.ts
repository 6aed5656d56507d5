import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { HttpError } from '@tenon/sdk'
import { describe, expect, test } from 'vitest'
import { clientOf, codeOf, createLocalHttp } from '../testing/http-calls.ts'
import { serve, serveRaw } from '../testing/local-server.ts'
import { HostQueues } from './host-queues.ts'
import { httpLimits } from './http-limits.ts'

const { connectionsPerHostMax, waitingPerHostMax } = httpLimits
const get = (url: string) => ({ method: 'GET', url, headers: [] })

describe('calls to one host', () => {
  test('use a limited number of connections, and keep them for one another', async () => {
    const waiting: ServerResponse[] = []
    const sockets = new Set<unknown>()
    let most = 0
    const url = await serve((request, response) => {
      sockets.add(request.socket)
      waiting.push(response)
      most = Math.max(most, waiting.length)
      // Time for one more than allowed to come.
      if (waiting.length >= connectionsPerHostMax) setTimeout(answerAll, 50)
    })
    const answerAll = () => waiting.splice(0).forEach((response) => response.end())
    const client = clientOf()
    const count = connectionsPerHostMax + waitingPerHostMax
    await Promise.all(Array.from({ length: count }, () => client.send(get(url))))
    expect(most).toBe(connectionsPerHostMax)
    expect(sockets.size).toBe(connectionsPerHostMax)
  })

  test.each([
    ['as many as may', 0, 0],
    ['one more', 1, 1],
    ['ten times as many', 9 * (connectionsPerHostMax + waitingPerHostMax), 1_152],
  ])('beyond those that may wait are refused at once: %s', async (_, more, refused) => {
    const { url, open, client, calls } = await hang(more)
    const first = await Promise.all(calls.slice(connectionsPerHostMax + waitingPerHostMax))
    expect(first).toEqual(Array.from({ length: refused }, () => 'HTTP_BUSY'))
    await expect.poll(() => open.size).toBe(connectionsPerHostMax)
    const other = await serve((_request, response) => response.end('healthy'))
    expect((await client.send(get(other))).text()).toBe('healthy')
    expect(url).not.toBe(other)
  })

  test('find the host free again when those before them ended', async () => {
    const { url, open, client, calls } = await hang(0)
    await expect.poll(() => open.size).toBe(connectionsPerHostMax)
    // Those that waited connect now, and end the same way.
    const ending = setInterval(() => open.forEach((socket) => socket.destroy()), 20)
    await Promise.all(calls)
    clearInterval(ending)
    const next = codeOf(client.send({ ...get(url), readTimeoutMs: 50 }))
    expect(await next).toBe('HTTP_TIMED_OUT')
  })

  test('that wait end when the client closes, which opens no more connections', async () => {
    const http = createLocalHttp()
    const { calls, connections } = await hang(0, http.withSignal(new AbortController().signal))
    await expect.poll(connections).toBe(connectionsPerHostMax)
    http.close()
    expect(new Set(await Promise.all(calls))).toEqual(new Set(['HTTP_UNREACHABLE']))
    expect(connections()).toBe(connectionsPerHostMax)
    const late = http.withSignal(new AbortController().signal).send(get('http://127.0.0.1:9/'))
    await expect(late).rejects.toThrow(/was closed/)
  })

  /** Calls to a host that takes connections and never answers: the most that may wait, and more. */
  const hang = async (more: number, client = clientOf()) => {
    const open = new Set<Socket>()
    let connections = 0
    const url = await serveRaw((socket) => {
      connections++
      open.add(socket)
      socket.once('close', () => open.delete(socket))
    })
    const count = connectionsPerHostMax + waitingPerHostMax + more
    const calls = Array.from({ length: count }, () => codeOf(client.send(get(url))))
    return { url, open, client, calls, connections: () => connections }
  }
})

const forever = { signal: new AbortController().signal, deadline: Infinity }

describe('a place in the queue', () => {
  const full = async () => {
    const queues = new HostQueues()
    const until = { ...forever, deadline: performance.now() + 60_000 }
    const leave = await queues.enter('http://a', until)
    for (let at = 1; at < connectionsPerHostMax; at++) await queues.enter('http://a', until)
    return { queues, until, leave }
  }

  test('passes to the first that waits, and is not passed twice', async () => {
    const { queues, until, leave } = await full()
    const order: number[] = []
    const waiting = [1, 2].map(async (id) => {
      await queues.enter('http://a', until)
      order.push(id)
    })
    leave()
    leave()
    await waiting[0]
    expect(order).toEqual([1])
  })

  test('is not lost with somebody who has gone', async () => {
    const { queues, until, leave } = await full()
    const abort = new AbortController()
    const gone = queues.enter('http://a', { ...until, signal: abort.signal })
    const next = queues.enter('http://a', until)
    const reason = new Error('cancelled')
    abort.abort(reason)
    leave()
    await expect(gone).rejects.toBe(reason)
    expect(await next).toBeInstanceOf(Function)
  })

  test('is waited for until the deadline, and the message says for what', async () => {
    const { queues } = await full()
    const late = queues.enter('http://a', { ...forever, deadline: performance.now() + 10 })
    await expect(late).rejects.toBeInstanceOf(HttpError)
    await expect(late).rejects.toMatchObject({
      code: 'HTTP_BUSY',
      message: expect.stringMatching(/^http:\/\/a has 64 calls under way and 1 waiting/),
    })
  })
})

describe('the places for all hosts', () => {
  /** Calls without end, until the host gets no more; how many it got. */
  const fill = async (queues: HostQueues, origin: string): Promise<number> => {
    const until = { ...forever, deadline: performance.now() + 60_000 }
    for (let count = 0; ; count++) {
      const entered = codeOf(queues.enter(origin, until))
      // Who has to wait is not there at once; who is refused is.
      const first = await Promise.race([entered, new Promise((resolve) => setImmediate(resolve))])
      if (first === 'HTTP_BUSY') return count
    }
  }

  test('are so shared that a host gets no more than are left free', async () => {
    const queues = new HostQueues()
    const counts: number[] = []
    for (let at = 0; at < 6; at++) counts.push(await fill(queues, `http://host-${at}`))
    expect(counts).toEqual([128, 128, 128, 64, 32, 16])
  })

  test('come back from those that waited in vain', async () => {
    const queues = new HostQueues()
    const abort = new AbortController()
    const until = { signal: abort.signal, deadline: performance.now() + 60_000 }
    const leaves = await Promise.all(
      Array.from({ length: connectionsPerHostMax }, () => queues.enter('http://a', until)),
    )
    const waiting = Array.from({ length: waitingPerHostMax }, () =>
      codeOf(queues.enter('http://a', until)),
    )
    abort.abort('gone')
    await Promise.all(waiting)
    leaves.forEach((leave) => leave())
    const counts: number[] = []
    for (let at = 0; at < 4; at++) counts.push(await fill(queues, `http://host-${at}`))
    expect(counts).toEqual([128, 128, 128, 64])
  })
})
