import { describe, expect, test } from 'vitest'
import { type Fetcher, type Token, TokenCache } from './token-cache.ts'

const hour = 3_600_000

/** A cache whose clock stands still until it is set, and fetchers that are counted. */
const setUp = () => {
  const clock = { now: 0 }
  const cache = new TokenCache(() => clock.now)
  let fetches = 0
  const fetching = (lifetimeMs: number | undefined = hour): Fetcher => ({
    fetch: () => Promise.resolve({ value: `token-${++fetches}`, lifetimeMs }),
    signal: new AbortController().signal,
  })
  return { cache, clock, fetching, fetches: () => fetches }
}

/** A fetcher that the test ends. */
const held = () => {
  const { promise, resolve, reject } = Promise.withResolvers<Token>()
  const abort = new AbortController()
  const fail = (reason: Error) => {
    abort.abort(reason)
    reject(reason)
  }
  const by: Fetcher = { fetch: () => promise, signal: abort.signal }
  return { by, resolve, reject, fail }
}

describe('a token', () => {
  test('is kept for its key', async () => {
    const { cache, fetching } = setUp()
    expect(await cache.get('a', fetching())).toEqual({ value: 'token-1', isKept: false })
    expect(await cache.get('a', fetching())).toEqual({ value: 'token-1', isKept: true })
    expect(await cache.get('b', fetching())).toEqual({ value: 'token-2', isKept: false })
  })

  test.each([
    [hour, hour - 10_001, 1],
    [hour, hour - 10_000, 2],
    [hour, hour * 2, 2],
    [10_000, 0, 2],
    [5_000, 0, 2],
    [undefined, 0, 2],
  ])('that lives %s ms has after %i ms been fetched %i times', async (lifetime, after, count) => {
    const { cache, clock, fetching, fetches } = setUp()
    const { fetch, signal } = fetching()
    const by: Fetcher = {
      fetch: async () => ({ ...(await fetch()), lifetimeMs: lifetime }),
      signal,
    }
    await cache.get('a', by)
    clock.now = after
    await cache.get('a', by)
    expect(fetches()).toBe(count)
  })

  test('that is dropped is fetched anew, but not one that took its place', async () => {
    const { cache, fetching, fetches } = setUp()
    const { value } = await cache.get('a', fetching())
    cache.drop('a', value)
    await cache.get('a', fetching())
    cache.drop('a', value)
    cache.drop('unknown', value)
    await cache.get('a', fetching())
    expect(fetches()).toBe(2)
  })

  test.each([
    ['as many as are kept', 1_000, true],
    ['one more', 1_001, false],
  ])('is forgotten when there are too many: %s', async (_, count, isKept) => {
    const { cache, fetching } = setUp()
    for (let at = 0; at < count; at++) await cache.get(String(at), fetching())
    expect((await cache.get('0', fetching())).isKept).toBe(isKept)
  })
})

describe('those that need one token at a time', () => {
  test('wait for one fetch', async () => {
    const { cache, fetching, fetches } = setUp()
    const { by, resolve } = held()
    const first = cache.get('a', by)
    const others = [cache.get('a', fetching()), cache.get('a', fetching())]
    resolve({ value: 'shared', lifetimeMs: undefined })
    const fresh = { value: 'shared', isKept: false }
    expect(await Promise.all([first, ...others])).toEqual([fresh, fresh, fresh])
    expect(fetches()).toBe(0)
  })

  test('fail with it, and later ones try again', async () => {
    const { cache, fetching } = setUp()
    const { by, reject } = held()
    const calls = [cache.get('a', by), cache.get('a', fetching())]
    reject(new Error('wrong password'))
    for (const call of calls) await expect(call).rejects.toThrow('wrong password')
    expect((await cache.get('a', fetching())).value).toBe('token-1')
  })

  test('fetch for themselves when who fetched has gone', async () => {
    const { cache, fetching, fetches } = setUp()
    const { by, fail } = held()
    const gone = cache.get('a', by)
    const others = [cache.get('a', fetching()), cache.get('a', fetching())]
    fail(new Error('cancelled'))
    await expect(gone).rejects.toThrow('cancelled')
    expect((await Promise.all(others)).map(({ value }) => value)).toEqual(['token-1', 'token-1'])
    expect(fetches()).toBe(1)
  })

  test('are so many at most that an endpoint which hangs does not hold all jobs', async () => {
    const { cache, fetching } = setUp()
    const { by, resolve } = held()
    const calls = Array.from({ length: 65 }, (_, at) => cache.get('a', at === 0 ? by : fetching()))
    await expect(cache.get('a', fetching())).rejects.toMatchObject({ code: 'HTTP_BUSY' })
    expect((await cache.get('b', fetching())).value).toBe('token-1')
    resolve({ value: 'late', lifetimeMs: hour })
    expect(new Set((await Promise.all(calls)).map(({ value }) => value))).toEqual(new Set(['late']))
  })
})
