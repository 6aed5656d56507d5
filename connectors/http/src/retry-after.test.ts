import { describe, expect, test } from 'vitest'
import { answerOf, run, startAnswering } from './testing/call.ts'

const waitOf = async (status: string, headers: readonly string[]): Promise<unknown> => {
  const url = await startAnswering(answerOf('', { status, headers }))
  try {
    await run({ url })
  } catch (error) {
    return error instanceof Error
      ? Object.getOwnPropertyDescriptor(error, 'retryAfterMs')?.value
      : error
  }
  throw new Error('The call did not fail')
}

describe('Retry-After', () => {
  const date = 'Date: Tue, 24 Nov 2026 10:00:00 GMT'

  test.each<[string, readonly string[], number]>([
    ['429 Too Many Requests', ['Retry-After: 120'], 120_000],
    ['503 Service Unavailable', ['retry-after:  7 '], 7_000],
    ['503 Service Unavailable', ['Retry-After: 0'], 0],
    ['503 Service Unavailable', [], 0],
    ['500 Internal Server Error', ['Retry-After: 120'], 0],
    ['404 Not Found', ['Retry-After: 120'], 0],
    ['429 Too Many Requests', [date, 'Retry-After: Tue, 24 Nov 2026 10:02:30 GMT'], 150_000],
    ['429 Too Many Requests', [date, 'Retry-After: Tue, 24 Nov 2026 09:00:00 GMT'], 0],
    ['429 Too Many Requests', ['Retry-After: Thu, 01 Jan 1970 00:00:00 GMT'], 0],
    ['429 Too Many Requests', ['Retry-After: soon'], 0],
    ['429 Too Many Requests', ['Retry-After: -1'], 0],
    ['429 Too Many Requests', ['Retry-After: 1.5'], 0],
    ['429 Too Many Requests', ['Retry-After: 2026-11-24'], 0],
  ])('of %s with %j is %i ms', async (status, headers, expected) => {
    expect(await waitOf(status, headers)).toBe(expected)
  })

  test('as a date counts by our clock where the answer has none', async () => {
    const inAnHour = new Date(Date.now() + 3_600_000).toUTCString()
    const wait = await waitOf('429 Too Many Requests', [`Retry-After: ${inAnHour}`])
    expect(wait).toBeGreaterThan(3_000_000)
    expect(wait).toBeLessThanOrEqual(3_600_000)
  })
})
