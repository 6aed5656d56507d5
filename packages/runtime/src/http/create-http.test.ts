import { once } from 'node:events'
import { createServer } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import type { HttpRequest } from '@tenon/sdk'
import { describe, expect, test } from 'vitest'
import { clientOf, codeOf, send } from '../testing/http-calls.ts'
import { serve, serveRaw } from '../testing/local-server.ts'
import { httpLimits } from './http-limits.ts'

/** A server that answers each connection's first bytes with the text, and leaves it open. */
const serveText = (text: string): Promise<string> =>
  serveRaw((socket) => socket.on('data', () => socket.write(text)))

/** Answers with the request's own head, as the bytes of the body. */
const serveEcho = (): Promise<string> =>
  serveRaw((socket) => {
    let received = ''
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1')
      if (!received.includes('\r\n\r\n')) return
      const body = Buffer.from(received, 'latin1')
      socket.write(`HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\n\r\n`)
      socket.write(body)
      received = ''
    })
  })

describe('the request', () => {
  test('goes out as it was given, with the headers that the client must add', async () => {
    const url = await serveEcho()
    const response = await send({
      url: `${url}//a/../b%2F?x=%20&b#fragment`,
      headers: [
        ['X-One', '1'],
        ['x-one', '2'],
        ['Authorization', 'Basic a'],
        ['authorization', 'Bearer b'],
      ],
    })
    expect(response.text()).toBe(
      [
        'GET //a/../b%2F?x=%20&b HTTP/1.1',
        `Host: ${url.slice('http://'.length)}`,
        'Accept-Encoding: gzip, x-gzip, deflate',
        'Connection: keep-alive',
        'User-Agent: Tenon',
        'X-One: 1',
        'x-one: 2',
        'Authorization: Basic a',
        'authorization: Bearer b',
        '\r\n',
      ].join('\r\n'),
    )
  })

  test('leaves out what the caller gives itself', async () => {
    const url = await serveEcho()
    const headers = [
      ['accept-encoding', 'identity'],
      ['User-agent', 'Mine'],
      ['HOST', 'other.example'],
    ] as const
    const text = (await send({ url, headers })).text()
    expect(text).toBe(
      'GET / HTTP/1.1\r\nConnection: keep-alive\r\n' +
        'accept-encoding: identity\r\nUser-agent: Mine\r\nHOST: other.example\r\n\r\n',
    )
  })

  test.each([
    { method: 'POST', body: 'grün', length: '5' },
    { method: 'POST', body: new Uint8Array([0, 255]), length: '2' },
    { method: 'POST', body: '', length: '0' },
    { method: 'POST', body: undefined, length: '0' },
    { method: 'PUT', body: undefined, length: '0' },
    { method: 'GET', body: undefined, length: undefined },
    { method: 'DELETE', body: undefined, length: undefined },
    { method: 'DELETE', body: 'x', length: '1' },
  ])('$method with body $body has length $length', async ({ method, body, length }) => {
    const url = await serve((request, response) => {
      void buffer(request).then((received) => {
        response.setHeader('received-length', request.headers['content-length'] ?? 'none')
        response.end(received)
      })
    })
    const response = await send({ url, method, ...(body === undefined ? {} : { body }) })
    expect(response.headers).toContainEqual(['received-length', length ?? 'none'])
    expect(Buffer.from(response.body)).toEqual(Buffer.from(body ?? ''))
  })

  test.each<Partial<HttpRequest>>([
    { headers: [['a b', '1']] },
    { headers: [['a', '1\r\nb: 2']] },
    { headers: [['a', 'ä€']] },
    { headers: [['content-length', '3']] },
    { headers: [['Transfer-Encoding', 'chunked']] },
    { method: 'BAD METHOD' },
    { method: 'CONNECT' },
    { url: 'ftp://localhost/' },
    { url: 'localhost:80' },
    { url: 'http://' },
    { url: 'http://user:password@localhost/' },
    { url: 'http://a\\@localhost/' },
    { url: 'http://local host/' },
    { url: 'http://localhost:99999/' },
    { url: 'http://localhost/a b' },
    { url: 'http://localhost/ä€' },
    { connectTimeoutMs: -1 },
    { readTimeoutMs: Number.NaN },
  ])('is refused as HTTP_INVALID: %j', async (request) => {
    expect(await codeOf(send({ url: 'http://localhost/', ...request }))).toBe('HTTP_INVALID')
  })
})

describe('the answer', () => {
  test('has status, reason and headers as the server wrote them', async () => {
    const url = await serveText(
      'HTTP/1.1 418 Short and stout\r\nSet-Cookie: a\r\nset-cookie: b\r\nX-E:\r\nContent-Length: 2\r\n\r\nhi',
    )
    const response = await send({ url })
    expect(response).toMatchObject({
      status: 418,
      reason: 'Short and stout',
      headers: [
        ['Set-Cookie', 'a'],
        ['set-cookie', 'b'],
        ['X-E', ''],
        ['Content-Length', '2'],
      ],
    })
    expect(response.text()).toBe('hi')
  })

  test.each([
    ['an empty reason', 'HTTP/1.1 204 \r\n\r\n', 204, ''],
    ['no reason', 'HTTP/1.1 304\r\n\r\n', 304, ''],
    ['a continue before it', 'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 No\r\n\r\n', 204, 'No'],
  ])('may have %s', async (_, text, status, reason) => {
    expect(await send({ url: await serveText(text) })).toMatchObject({ status, reason })
  })

  const text = 'Tenon '.repeat(1_000)
  test.each([
    ['gzip', gzipSync(text)],
    ['x-gzip', gzipSync(text)],
    ['GZIP', gzipSync(text)],
    ['deflate', deflateSync(text)],
    ['deflate', deflateRawSync(text)],
    ['br', brotliCompressSync(text)],
    ['deflate, gzip', gzipSync(deflateSync(text))],
    ['identity', Buffer.from(text)],
  ])('is decoded from %s', async (coding, body) => {
    const url = await serve((_, response) => {
      response.writeHead(200, { 'Content-Encoding': coding, 'Content-Length': body.length, X: '1' })
      response.end(body)
    })
    const response = await send({ url })
    expect(response.text()).toBe(text)
    expect(response.headers).toContainEqual(['X', '1'])
    if (coding !== 'identity') {
      expect(response.headers.map(([name]) => name.toLowerCase())).not.toContain('content-encoding')
      expect(response.headers.map(([name]) => name.toLowerCase())).not.toContain('content-length')
    }
  })

  test('with three codings is HTTP_BROKEN', async () => {
    const url = await serve((_, response) => {
      response.writeHead(200, { 'Content-Encoding': 'deflate, gzip, br' })
      response.end(brotliCompressSync(gzipSync(deflateSync('{}'))))
    })
    expect(await codeOf(send({ url }))).toBe('HTTP_BROKEN')
  })

  test.each([
    [httpLimits.headersBytesMax - 1_000, 200],
    [httpLimits.headersBytesMax + 1, 'HTTP_UNREACHABLE'],
    [httpLimits.headersBytesMax * 10, 'HTTP_UNREACHABLE'],
  ])('with a header of %i bytes', async (size, expected) => {
    const url = await serveText(
      `HTTP/1.1 200 OK\r\nX: ${'a'.repeat(size)}\r\nContent-Length: 0\r\n\r\n`,
    )
    expect(await codeOf(send({ url }).then(({ status }) => status))).toBe(expected)
  })

  test('stays encoded in what is not known, and empty where it is empty', async () => {
    const url = await serve((request, response) => {
      response.writeHead(200, { 'Content-Encoding': request.url === '/x' ? 'x' : 'gzip' })
      response.end(request.url === '/x' ? 'as it is' : '')
    })
    const unknown = await send({ url: `${url}/x` })
    expect(unknown.text()).toBe('as it is')
    expect(unknown.headers).toContainEqual(['Content-Encoding', 'x'])
    expect((await send({ url })).text()).toBe('')
  })

  test.each([
    ['no gzip at all', Buffer.from('plain')],
    ['half of it', gzipSync(text).subarray(0, 40)],
  ])('is HTTP_BROKEN where gzip is %s', async (_, body) => {
    const url = await serve((_request, response) => {
      response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(body)
    })
    expect(await codeOf(send({ url }))).toBe('HTTP_BROKEN')
  })

  const max = httpLimits.responseBytesMax
  test.each([
    ['at the limit', max, false, max],
    ['one over it', max + 1, false, 'HTTP_TOO_LARGE'],
    ['ten times over it', max * 10, false, 'HTTP_TOO_LARGE'],
    ['at the limit once decoded', max, true, max],
    ['one over it once decoded', max + 1, true, 'HTTP_TOO_LARGE'],
    ['ten times over it once decoded', max * 10, true, 'HTTP_TOO_LARGE'],
  ])('with a size %s', async (_, size, isZipped, expected) => {
    const body = isZipped ? gzipSync(Buffer.alloc(size)) : Buffer.alloc(size)
    const url = await serve((_request, response) => {
      response.writeHead(200, isZipped ? { 'Content-Encoding': 'gzip' } : {}).end(body)
    })
    const outcome = send({ url }).then((response) => response.body.length)
    expect(await codeOf(outcome)).toBe(expected)
  })
})

describe('no answer', () => {
  const refusing = async (): Promise<string> => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    server.close()
    return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  }

  test.each([
    ['nobody listens', refusing],
    ['the host is unknown', () => 'http://nowhere.invalid/'],
    ['the connection ends', () => serveRaw((socket) => socket.on('data', () => socket.end()))],
    ['it is reset', () => serveRaw((socket) => socket.on('data', () => socket.resetAndDestroy()))],
    ['it is not HTTP', () => serveText('SSH-2.0-OpenSSH\r\n')],
    [
      'its head breaks off',
      () => serveRaw((s) => s.on('data', () => s.end('HTTP/1.1 200 OK\r\n'))),
    ],
    ['its head has no end', () => serveText(`HTTP/1.1 200 OK\r\nA: ${'a'.repeat(100_000)}`)],
    ['it wants another protocol', () => serveText('HTTP/1.1 101 Switch\r\nUpgrade: x\r\n\r\n')],
    [
      'it has no TLS',
      async () => (await serveText('HTTP/1.1 400 Bad Request\r\n\r\n')).replace('http', 'https'),
    ],
  ])('is HTTP_UNREACHABLE where %s', async (_, start) => {
    expect(await codeOf(send({ url: await start(), connectTimeoutMs: 5_000 }))).toBe(
      'HTTP_UNREACHABLE',
    )
  })

  test.each<[string, Partial<HttpRequest>, string]>([
    ['no connection', { connectTimeoutMs: 50 }, 'https'],
    ['no first byte', { readTimeoutMs: 50 }, 'http'],
    ['no first byte for a body', { readTimeoutMs: 50, method: 'POST', body: 'text' }, 'http'],
    [
      'no first byte for a large body',
      { readTimeoutMs: 50, method: 'POST', body: 'x'.repeat(3_000_000) },
      'http',
    ],
  ])('in time: %s', async (_, request, scheme) => {
    const url = (await serveRaw((socket) => socket.resume())).replace('http', scheme)
    expect(await codeOf(send({ url, ...request }))).toBe('HTTP_TIMED_OUT')
  })

  test.each([
    ['that breaks off', 'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf', true],
    ['whose chunks are none', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz', false],
    [
      'whose chunks break off',
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc',
      true,
    ],
  ])('but a body %s is HTTP_BROKEN', async (_, text, ends) => {
    const url = await serveRaw((socket) =>
      socket.on('data', () => (ends ? socket.end(text) : socket.write(text))),
    )
    expect(await codeOf(send({ url, readTimeoutMs: 50 }))).toBe('HTTP_BROKEN')
  })

  test('but a body that stops is HTTP_STALLED', async () => {
    const url = await serveText('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf')
    expect(await codeOf(send({ url, readTimeoutMs: 50 }))).toBe('HTTP_STALLED')
  })

  test('is not claimed while bytes keep coming', async () => {
    const url = await serve((_, response) => {
      let count = 0
      const drip = setInterval(() => {
        response.write('x')
        if (++count < 8) return
        clearInterval(drip)
        response.end()
      }, 50)
    })
    expect((await send({ url, readTimeoutMs: 250 })).text()).toBe('xxxxxxxx')
  })

  test('once the signal aborts', async () => {
    const reason = new Error('cancelled')
    const abort = new AbortController()
    const url = await serve(() => abort.abort(reason))
    const client = clientOf(abort.signal)
    const request = { method: 'GET', url, headers: [] }
    await expect(client.send(request)).rejects.toBe(reason)
    await expect(client.send(request)).rejects.toBe(reason)
  })
})

describe('connections', () => {
  test('are kept for the next call', async () => {
    let connections = 0
    const url = await serveRaw((socket) => {
      connections++
      socket.on('data', () => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'))
    })
    const client = clientOf()
    for (let at = 0; at < 3; at++) await client.send({ method: 'POST', url, headers: [] })
    expect(connections).toBe(1)
  })

  /** The first connection answers once, and ends when it gets a second request. */
  const serveStale = () => {
    const requests: number[] = []
    const url = serveRaw((socket) => {
      const connection = requests.push(0) - 1
      socket.on('data', () => {
        const count = (requests[connection] ?? 0) + 1
        requests[connection] = count
        if (connection === 0 && count > 1) socket.destroy()
        else socket.write('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n')
      })
    })
    return { url, requests }
  }

  test.each(['GET', 'PUT', 'DELETE'])('that are stale are tried afresh for %s', async (method) => {
    const { url, requests } = serveStale()
    const client = clientOf()
    await client.send({ method: 'GET', url: await url, headers: [] })
    expect((await client.send({ method, url: await url, headers: [] })).status).toBe(200)
    expect(requests).toEqual([2, 1])
  })

  test('that are stale fail a POST, which may have been seen', async () => {
    const { url, requests } = serveStale()
    const client = clientOf()
    await client.send({ method: 'GET', url: await url, headers: [] })
    const response = client.send({ method: 'POST', url: await url, headers: [], body: '1' })
    expect(await codeOf(response)).toBe('HTTP_UNREACHABLE')
    expect(requests).toEqual([2])
  })

  test('that are new are not tried again', async () => {
    let calls = 0
    const url = await serveRaw((socket) => {
      calls++
      socket.on('data', () => socket.destroy())
    })
    expect(await codeOf(send({ url }))).toBe('HTTP_UNREACHABLE')
    expect(calls).toBe(1)
  })
})
