import type { HttpRequest } from '@tenon/sdk'
import { describe, expect, test } from 'vitest'
import { httpLimits, timeLimitsOf } from './http-limits.ts'

const { connectTimeoutMs, readTimeoutMs, totalTimeoutMs, timeoutMaxMs } = httpLimits

describe('the time limits of a request', () => {
  test.each<[string, Partial<HttpRequest>, [connect: number, read: number, total: number]]>([
    ['are the defaults', {}, [connectTimeoutMs, readTimeoutMs, totalTimeoutMs]],
    ['are its own', { connectTimeoutMs: 1, readTimeoutMs: 90_000 }, [1, 90_000, 90_001]],
    ['are its own in part', { readTimeoutMs: 1 }, [connectTimeoutMs, 1, totalTimeoutMs]],
    [
      'are its own for the whole from a minute on',
      { connectTimeoutMs: 30_000, readTimeoutMs: 30_001 },
      [30_000, 30_001, 60_001],
    ],
    [
      'are the cap for 0',
      { connectTimeoutMs: 0, readTimeoutMs: 0 },
      [timeoutMaxMs, timeoutMaxMs, timeoutMaxMs],
    ],
    [
      'may be the cap',
      { readTimeoutMs: timeoutMaxMs },
      [connectTimeoutMs, timeoutMaxMs, timeoutMaxMs],
    ],
    [
      'are no more than the cap',
      { connectTimeoutMs: timeoutMaxMs + 1, readTimeoutMs: timeoutMaxMs * 10 },
      [timeoutMaxMs, timeoutMaxMs, timeoutMaxMs],
    ],
  ])('%s', (_, request, [connectMs, readMs, totalMs]) => {
    const limits = timeLimitsOf({ method: 'GET', url: 'http://a/', headers: [], ...request })
    expect(limits).toEqual({ connectMs, readMs, totalMs })
  })
})
