import type { HttpRequest } from '@tenon/sdk'
import { describe, expect, test } from 'vitest'
import { input } from './input.ts'
import { toRequest } from './request.ts'

const requestOf = (variables: object): HttpRequest =>
  toRequest(input.parse({ url: 'http://host/', ...variables }), 'key')

describe('timeouts', () => {
  test.each<[object, number | undefined, number | undefined]>([
    [{}, undefined, undefined],
    [{ connectionTimeoutInSeconds: 3 }, 3_000, 3_000],
    [{ readTimeoutInSeconds: 3 }, undefined, 3_000],
    [{ connectionTimeoutInSeconds: '1', readTimeoutInSeconds: '2' }, 1_000, 2_000],
    [{ connectionTimeoutInSeconds: 1.9 }, 1_000, 1_000],
    [{ connectionTimeoutInSeconds: 0 }, 0, 0],
    [{ connectionTimeoutInSeconds: '' }, undefined, undefined],
    [{ readTimeoutInSeconds: JSON.rawJSON('1.90') }, undefined, 1_000],
  ])('%j', (variables, connect, read) => {
    const { connectTimeoutMs, readTimeoutMs } = requestOf(variables)
    expect([connectTimeoutMs, readTimeoutMs]).toEqual([connect, read])
  })

  test('fail, to be tried again, when negative', () => {
    expect(() => requestOf({ readTimeoutInSeconds: -1 })).toThrow(
      expect.objectContaining({ name: 'ConnectorError', code: undefined }),
    )
  })

  test.each(['soon', ' ', true, {}, 'NaN', 'Infinity'])('%j is no time', (value) => {
    expect(input.safeParse({ url: 'http://host/', readTimeoutInSeconds: value }).success).toBe(
      false,
    )
  })
})

describe('redirects', () => {
  test.each([
    [{}, false],
    [{ followRedirects: true }, true],
    [{ followRedirects: 'true' }, true],
    [{ followRedirects: 'false' }, false],
    [{ followRedirects: 'maybe' }, undefined],
  ])('%j', (variables, expected) => {
    const parsed = input.safeParse({ url: 'http://host/', ...variables })
    expect(parsed.data?.followRedirects).toBe(expected)
  })
})
