import { describe, expect, test } from 'vitest'
import { serve, serveRaw } from '../testing/local-server.ts'
import { exchange, type Exchange } from './exchange.ts'

const within = (totalMs: number, url: string): Exchange => ({
  request: { method: 'GET', url, headers: [] },
  connections: undefined,
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
    await expect(exchange(within(200, url))).rejects.toMatchObject({ code: 'HTTP_BROKEN' })
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
