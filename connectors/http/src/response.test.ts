import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { HttpError } from '@tenon/sdk'
import { toTransportError } from './transport-error.ts'
import { answerOf, run, startAnswering, startSocketServer } from './testing/call.ts'

const answer = async (...of: Parameters<typeof answerOf>) =>
  run({ url: await startAnswering(answerOf(...of)) })

const bodyOf = async (body: string | Uint8Array): Promise<unknown> => {
  const result = await answer(body, { headers: ['Content-Type: text/html'] })
  return result instanceof Object && 'body' in result ? result.body : undefined
}

describe('result', () => {
  test('is status, headers, body, reason and no document', async () => {
    const result = await answer('{"a":1}', {
      status: '201 Made it',
      headers: ['X-A: 1'],
    })
    expect(result).toEqual({
      status: 201,
      headers: { 'Content-Length': '7', 'X-A': '1' },
      body: { a: 1 },
      reason: 'Made it',
      document: null,
    })
  })

  test('keeps header names, the first of several values, and all cookies', async () => {
    const headers = [
      'content-type: a',
      'X-R: 1',
      'X-R: 2',
      'set-cookie: a=1',
      'SET-COOKIE: b=2',
      'set-cookie: c=3',
    ]
    expect(await answer('', { headers })).toMatchObject({
      headers: {
        'content-type': 'a',
        'X-R': '1',
        'set-cookie': ['a=1', 'c=3'],
        'SET-COOKIE': ['b=2'],
      },
    })
  })

  test('is decoded when compressed', async () => {
    const headers = ['Content-Encoding: gzip']
    expect(await answer(gzipSync('[1]'), { headers })).toMatchObject({ headers: {}, body: [1] })
  })

  test.each(['204 No Content', '304 Not Modified', '301 Moved', '302 Found', '307 Temporary'])(
    '%s is a success without a body',
    async (status) => {
      const result = await answer('', { status, headers: ['Location: http://127.0.0.1:1/'] })
      expect(result).toMatchObject({ status: Number(status.slice(0, 3)), body: null })
    },
  )
})

describe('body', () => {
  test.each<[string, unknown]>([
    ['{"a":1}', { a: 1 }],
    [' \r\n[1, "x"]', [1, 'x']],
    ['42', '42'],
    ['true', 'true'],
    ['null', 'null'],
    ['"abc"', '"abc"'],
    ['{"a":', '{"a":'],
    ['{a}', '{a}'],
    ['', null],
    [' \n\t', null],
    ['{"a":1} xyz', { a: 1 }],
    ['["}]\\"", {}]}]', ['}]"', {}]],
    ['{"a":"x', '{"a":"x'],
    ['{"a":1]x', '{"a":1]x'],
    ['{"a":1,"a":2}', { a: 2 }],
    ['\uFEFF{"a":1}', '\uFEFF{"a":1}'],
    ['<b/>', '<b/>'],
    ['ä€', 'ä€'],
  ])('%j is %j', async (text, expected) => {
    expect(await bodyOf(text)).toEqual(expected)
  })

  test.each([
    ['{"a":18446744073709551615}', '{"a":18446744073709551615}'],
    ['{"a":18446744073709551615} and more', '{"a":18446744073709551615}'],
    ['{"a":1.0000000000000000001} x', '{"a":1.0000000000000000001}'],
    ['[1e20,1.5]', '[100000000000000000000,1.5]'],
  ])('keeps the digits of %s', async (text, expected) => {
    expect(JSON.stringify(await bodyOf(text))).toBe(expected)
  })

  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)

  test.each(['', ' and more'])('may be nested 64 levels deep, followed by %j', async (tail) => {
    expect(JSON.stringify(await bodyOf(nested(64) + tail))).toBe(nested(64))
  })

  test.each([
    [65, ''],
    [640, ''],
    [65, ' and more'],
    [640, ' and more'],
  ])('nested %i levels deep and followed by %j fails', async (depth, tail) => {
    await expect(bodyOf(nested(depth) + tail)).rejects.toMatchObject({
      name: 'ConnectorError',
      code: '500',
      message: expect.stringMatching(/64 levels/),
    })
  })

  test('that opens very deep does no harm', async () => {
    const text = '['.repeat(200_000)
    expect(await bodyOf(text)).toBe(text)
  })
})

describe('failures', () => {
  const failure = (url: string, variables: object = {}) => run({ url, ...variables })

  test.each<[string, string, string]>([
    ['404 Nothing here', '404', 'Nothing here'],
    ['400 ', '400', ''],
    ['500 Internal Server Error', '500', 'Internal Server Error'],
  ])('%s', async (status, code, message) => {
    const url = await startAnswering(answerOf('{"why":1}', { status, headers: ['X-A: 1'] }))
    await expect(failure(url)).rejects.toMatchObject({
      name: 'ConnectorError',
      code,
      message,
      variables: { response: { headers: { 'X-A': '1', 'Content-Length': '9' }, body: { why: 1 } } },
    })
  })

  test('keep their status where the body is nested too deep', async () => {
    const body = '['.repeat(65) + ']'.repeat(65)
    const url = await startAnswering(answerOf(body, { status: '404 Gone' }))
    await expect(failure(url)).rejects.toMatchObject({
      code: '404',
      variables: { response: { body } },
    })
  })

  test.each(['429 Too Many Requests', '503 Unavailable'])(
    '%s makes one call only',
    async (status) => {
      let calls = 0
      const url = await startSocketServer((socket) => {
        socket.once('data', () => {
          calls++
          socket.end(answerOf('', { status, headers: ['Retry-After: 0'] }))
        })
      })
      await expect(failure(url)).rejects.toMatchObject({ code: status.slice(0, 3) })
      expect(calls).toBe(1)
    },
  )

  test('no answer in time', async () => {
    const url = await startSocketServer(() => {})
    await expect(failure(url, { readTimeoutInSeconds: 1 })).rejects.toMatchObject({
      code: '408',
      message: 'The request timed out. Please try increasing the read and connection timeouts.',
      variables: undefined,
    })
  })

  test('no time left in the middle of the body', async () => {
    const url = await startAnswering('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc', {
      close: false,
    })
    await expect(failure(url, { readTimeoutInSeconds: 1 })).rejects.toMatchObject({
      code: '500',
      message: 'Read timed out',
    })
  })

  test('an answer that is encoded too often', async () => {
    const body = brotliCompressSync(gzipSync(deflateSync('{}')))
    const url = await startAnswering(
      answerOf(body, { headers: ['Content-Encoding: deflate, gzip, br'] }),
    )
    await expect(failure(url)).rejects.toMatchObject({
      code: '500',
      message: expect.stringMatching(/encoded more than 2 times/),
    })
  })

  test('broken off in the middle of the body', async () => {
    const url = await startAnswering('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc')
    await expect(failure(url)).rejects.toMatchObject({ name: 'ConnectorError', code: '500' })
  })

  const aborted = {
    name: 'ConnectorError',
    code: '408',
    message: 'An error occurred while executing the request, or the connection was aborted',
  }

  test('refused', async () => {
    await expect(failure('http://127.0.0.1:1/')).rejects.toMatchObject(aborted)
  })

  test('an unknown host', async () => {
    await expect(failure('http://nowhere.invalid/')).rejects.toMatchObject(aborted)
  })

  test('closed before an answer', async () => {
    const url = await startSocketServer((socket) => {
      socket.once('data', () => socket.end())
    })
    await expect(failure(url, { method: 'POST' })).rejects.toMatchObject(aborted)
  })

  test('an answer that is not HTTP', async () => {
    await expect(failure(await startAnswering('SMTP ready\r\n'))).rejects.toMatchObject(aborted)
  })

  test.each([
    ['line feeds without returns', 'HTTP/1.1 200 OK\nContent-Length: 2\n\n{}'],
    ['a folded header', 'HTTP/1.1 200 OK\r\nX: a\r\n b\r\nContent-Length: 2\r\n\r\n{}'],
    ['a blank before a colon', 'HTTP/1.1 200 OK\r\nX : a\r\nContent-Length: 2\r\n\r\n{}'],
    ['two lengths', 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}'],
    [
      'a length and chunks',
      'HTTP/1.1 200 OK\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    ['a control character', 'HTTP/1.1 200 OK\r\nX: a\u0001b\r\nContent-Length: 2\r\n\r\n{}'],
    ['64 KiB of headers', `HTTP/1.1 200 OK\r\nX: ${'a'.repeat(65_536)}\r\n\r\n`],
  ])('an answer that Node refuses: %s', async (_, text) => {
    await expect(failure(await startAnswering(text))).rejects.toMatchObject(aborted)
  })

  test('headers of 60,000 bytes are no failure', async () => {
    const headers = [`X: ${'a'.repeat(60_000)}`]
    expect(await answer('{}', { headers })).toMatchObject({ status: 200 })
  })

  test.each(['HTTP_BUSY', 'HTTP_REFUSED', 'HTTP_CERTIFICATE_INVALID'] as const)(
    '%s is for the platform to deal with',
    (code) => {
      const error = new HttpError(code, 'not now')
      expect(toTransportError(error)).toBe(error)
    },
  )

  test('an address that may not be called', async () => {
    await expect(failure('http://169.254.169.254/')).rejects.toMatchObject({ code: 'HTTP_REFUSED' })
  })

  test('an answer over the limit', async () => {
    const url = await startAnswering(answerOf('x'.repeat(10 * 1024 * 1024 + 1)))
    await expect(failure(url)).rejects.toMatchObject({ name: 'ConnectorError', code: '500' })
  })

  test('redirects are followed when asked for', async () => {
    const target = await startAnswering(answerOf('[2]'))
    const headers = [`Location: ${target}/`]
    const url = await startAnswering(answerOf('', { status: '302 Found', headers }))
    expect(await run({ url, followRedirects: 'true' })).toMatchObject({ status: 200, body: [2] })
  })
})
