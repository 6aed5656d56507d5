import { describe, expect, test } from 'vitest'
import manifest from '../package.json' with { type: 'json' }
import { idempotencyKey, record, run, startRecorder } from './testing/call.ts'

const headerOf = async (name: string, variables: Parameters<typeof record>[0]) =>
  (await record(variables)).headers.get(name)

const refused = async (variables: Parameters<typeof record>[0], message: string) => {
  const { origin, received } = await startRecorder()
  const url = `${origin}${variables.url ?? '/'}`
  const call = run({ ...variables, url })
  await expect(call).rejects.toMatchObject({ name: 'InputError', code: 'INPUT_INVALID' })
  await expect(call).rejects.toThrow(message)
  expect(received).toEqual([])
}

describe('headers of the platform', () => {
  test('are the default ones, without Accept', async () => {
    const { headers } = await record({})
    expect(headers.get('accept-encoding')).toEqual(['gzip, x-gzip, deflate'])
    expect(headers.get('connection')).toEqual(['keep-alive'])
    expect(headers.get('user-agent')).toEqual([`Tenon/${manifest.version}`])
    expect(headers.has('accept')).toBe(false)
  })

  test('give way to the model for User-Agent', async () => {
    expect(await headerOf('user-agent', { headers: { 'user-agent': 'mine' } })).toEqual(['mine'])
  })
})

describe('method', () => {
  test.each([
    ['GET', 'GET'],
    ['post', 'POST'],
    ['Put', 'PUT'],
    ['PATCH', 'PATCH'],
    ['delete', 'DELETE'],
    [undefined, 'GET'],
  ])('%s is %s', async (method, expected) => {
    expect((await record({ method })).method).toBe(expected)
  })

  test.each([null, 'HEAD', 'OPTIONS', '', 7])('%j is refused without a call', async (method) => {
    await refused({ method }, 'method')
  })
})

describe('body', () => {
  test.each(['GET', 'DELETE'])('is dropped by %s', async (method) => {
    const request = await record({ method, body: { a: 1 } })
    expect(request.body.length).toBe(0)
    expect(request.headers.has('content-type')).toBe(false)
    expect(request.headers.has('content-length')).toBe(false)
  })

  const json = 'application/json'
  test.each<[unknown, string, string]>([
    [{ a: 1 }, '{"a":1}', json],
    ['hello', 'hello', json],
    ['{"a": 1}', '{"a": 1}', json],
    ['', '', json],
    [42, '42', json],
    [true, 'true', json],
    [[1, null], '[1,null]', json],
    [{ a: null, b: { c: null } }, '{"a":null,"b":{"c":null}}', json],
    [
      { a: 1.1, b: 2, c: 1 / 3, d: 1e-7, e: 1e21 },
      '{"a":1.1,"b":2,"c":0.3333333333333333,"d":1.0E-7,"e":1.0E21}',
      json,
    ],
    [
      { a: -2.5e-9, b: 12345678.5, c: 1234567.5, d: 2 ** 53, e: -0 },
      '{"a":-2.5E-9,"b":1.23456785E7,"c":1234567.5,"d":9007199254740992,"e":0}',
      json,
    ],
    [{ id: JSON.rawJSON('12345678901234567890') }, '{"id":12345678901234567890}', json],
    [{ at: '2024-01-02T03:04:05Z' }, '{"at":"2024-01-02T03:04:05Z"}', json],
    [null, '', 'text/plain; charset=UTF-8'],
    [undefined, '', 'text/plain; charset=UTF-8'],
  ])('%j goes as %j', async (body, text, type) => {
    const request = await record({ method: 'POST', body })
    expect(request.body.toString()).toBe(text)
    expect(request.headers.get('content-type')).toEqual([type])
    expect(request.headers.get('content-length')).toEqual([String(Buffer.byteLength(text))])
  })

  test.each([true, 'true'])(
    'loses nulls, but not in lists, with ignoreNullValues %j',
    async (on) => {
      const body = {
        a: null,
        b: { c: null, d: 1 },
        e: [null, { f: null }],
        g: JSON.rawJSON('1e400'),
      }
      const request = await record({ method: 'POST', body, ignoreNullValues: on })
      expect(request.body.toString()).toBe('{"b":{"d":1},"e":[null,{}],"g":1e400}')
    },
  )

  test.each([
    ['application/xml; charset=utf-8', '<a>ä</a>', Buffer.from('<a>ä</a>')],
    ['text/plain; charset=ISO-8859-1', 'ä', Buffer.from('ä', 'latin1')],
    ['text/plain', 'ä', Buffer.from('ä')],
    ['application/vnd.api+json', { a: 1 }, Buffer.from('{"a":1}')],
    ['application/x-www-form-urlencoded', 'a=1', Buffer.from('a=1')],
  ])('goes as the own Content-Type %s says', async (type, body, bytes) => {
    const request = await record({ method: 'PUT', body, headers: { 'content-type': type } })
    expect(request.headers.get('content-type')).toEqual([type])
    expect(request.body).toEqual(bytes)
  })

  test('cannot lose characters to its charset', async () => {
    const headers = { 'Content-Type': 'text/plain; charset=iso-8859-1' }
    await refused({ method: 'POST', body: '€', headers }, 'ISO-8859-1')
  })

  test('takes a Content-Type of null for none', async () => {
    const request = { method: 'POST', body: {}, headers: { 'Content-Type': null } }
    expect(await headerOf('content-type', request)).toEqual(['application/json'])
  })

  test('goes as a form', async () => {
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' }
    const body = { a: 'x y&z', c: null, d: [1, 2], e: { f: 1 }, g: 'ä', h: '', i: 1e-7 }
    const request = await record({ method: 'POST', headers, body })
    expect(request.body.toString()).toBe(
      'a=x+y%26z&c&d=%5B1%2C+2%5D&e=%7Bf%3D1%7D&g=%C3%A4&h=&i=1.0E-7',
    )
    expect(request.headers.get('content-type')).toEqual(['application/x-www-form-urlencoded'])
  })
})

describe('multipart', () => {
  const post = (body: unknown, type = 'multipart/form-data') =>
    record({ method: 'POST', body, headers: { 'Content-Type': type } })

  const boundaryOf = (header: string | undefined) => /boundary=(.+)$/.exec(header ?? '')?.[1] ?? ''

  test('has a part for each entry', async () => {
    const request = await post({ a: 'x', b: 2, c: null, d: ['p', 'q'], e: { f: 'ü' } })
    const [header] = request.headers.get('content-type') ?? []
    expect(header).toMatch(/^multipart\/form-data; charset=ISO-8859-1; boundary=\S+$/)
    const part = (name: string, value: string) =>
      `--${boundaryOf(header)}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
    expect(request.body.toString('latin1')).toBe(
      `${part('a', 'x')}${part('b', '2')}${part('d', 'p')}${part('d', 'q')}${part('e', '{f=ü}')}--${boundaryOf(header)}--\r\n`,
    )
  })

  test('is in UTF-8 where ISO-8859-1 would lose characters', async () => {
    const request = await post({ a: '€' })
    expect(request.headers.get('content-type')?.[0]).toContain('charset=UTF-8')
    expect(request.body.toString()).toContain('\r\n\r\n€\r\n')
  })

  test('keeps an own boundary', async () => {
    const type = 'multipart/form-data; boundary=mine'
    const request = await post({ a: 1 }, type)
    expect(request.headers.get('content-type')).toEqual([type])
    expect(request.body.toString()).toMatch(/^--mine\r\n[^]*--mine--\r\n$/)
  })

  test('lets no name end early', async () => {
    const request = await post({ 'a"\r\nX: y': 1 })
    expect(request.body.toString()).toContain('name="a%22%0D%0AX: y"\r\n')
  })
})

describe('headers of the model', () => {
  test.each<[unknown, string]>([
    ['text', 'text'],
    [1, '1'],
    [1e-7, '1.0E-7'],
    [true, 'true'],
    ['', ''],
    [null, ''],
    [['only'], 'only'],
    [JSON.rawJSON('12345678901234567890'), '12345678901234567890'],
    ['a\r\nb', 'a  b'],
    ['x\n', 'x'],
  ])('%j is sent as %j', async (value, text) => {
    expect(await headerOf('x-a', { headers: { 'X-A': value } })).toEqual([text])
  })

  test.each([undefined, null, {}])('%j are none', async (headers) => {
    expect((await record({ headers })).headers.has('x-a')).toBe(false)
  })

  test.each([{ 'X-A': ['a', 'b'] }, { 'X-A': [] }, { 'X-A': { b: 1 } }])(
    '%j is refused',
    async (headers) => {
      await refused({ headers }, 'headers["X-A"]')
    },
  )

  const long = JSON.rawJSON('12345678901234567890')
  test.each(['X-A: b', ['a'], 7, long])('%j is no context', async (headers) => {
    await refused({ headers }, 'headers must be a context')
  })

  test.each(['Content-Length', 'transfer-encoding'])('%s breaks the protocol', async (name) => {
    const { origin, received } = await startRecorder()
    const call = run({ url: origin, method: 'POST', body: 'x', headers: { [name]: '1' } })
    await expect(call).rejects.toMatchObject({
      name: 'ConnectorError',
      code: '500',
      message: 'An error with the HTTP protocol occurred',
    })
    expect(received).toEqual([])
  })
})

describe('query parameters', () => {
  test.each<[Record<string, unknown>, string]>([
    [{ n: null }, '/?n'],
    [{ e: '' }, '/?e='],
    [{ a: 'x y', b: 1, c: false }, '/?a=x%20y&b=1&c=false'],
    [{ d: 1e-7, f: 1.1 }, '/?d=1.0E-7&f=1.1'],
    [{ one: ['x'] }, '/?one=x'],
    [{ 'k y': "!'()*@:/?,;" }, '/?k%20y=%21%27%28%29%2A%40%3A%2F%3F%2C%3B'],
    [{ '-_.~': '-_.~' }, '/?-_.~=-_.~'],
    [{ u: 'ä€😀' }, '/?u=%C3%A4%E2%82%AC%F0%9F%98%80'],
    [{ p: '1+1=2&%' }, '/?p=1%2B1%3D2%26%25'],
  ])('%j are added as %s', async (queryParameters, target) => {
    expect((await record({ queryParameters })).target).toBe(target)
  })

  test('come after those of the URL', async () => {
    const request = { url: '/a?b=1#f', queryParameters: { c: 2 } }
    expect((await record(request)).target).toBe('/a?b=1&c=2')
  })

  const long = JSON.rawJSON('12345678901234567890')
  test.each([{ a: [1, 2] }, { a: { b: 1 } }, 'a=1', long])(
    '%j is refused',
    async (queryParameters) => {
      await refused({ queryParameters }, 'queryParameters')
    },
  )
})

describe('URL', () => {
  test.each([
    ['', '/'],
    ['/a b', '/a%20b'],
    ['/%EF%BB%BFa%EF%BB%BF', '/%EF%BB%BFa%EF%BB%BF'],
    ['/a+b?c+d=e+f', '/a%2Bb?c%20d=e%20f'],
    ['/ä?ü=€', '/%C3%A4?%C3%BC=%E2%82%AC'],
    ['/a%20b', '/a%20b'],
    ['/a%2Fb%26%2B?c=%2F%26%2b', '/a%2Fb%26%2B?c=%2F%26%2B'],
    ['/%41%e4?b=1', '/A%EF%BF%BD?b=1'],
    ['/[a]|^{b}?c=[d]|^{e}', '/%5Ba%5D%7C%5E%7Bb%7D?c=%5Bd%5D%7C%5E%7Be%7D'],
    ["/;,:@!$'()*=", "/;,:@!$'()*="],
    ['/a#frag', '/a'],
    ['?b&c=', '/?b&c'],
    ['/a//b/../c', '/a//b/../c'],
    ['/a ', '/a'],
    ['/?a=1&a=2', '/?a=1&a=2'],
    ['/?a=b=c', '/?a=b%3Dc'],
  ])('%s is sent as %s', async (url, target) => {
    expect((await record({ url })).target).toBe(target)
  })

  test.each([true, 'true'])('is sent as written with skipEncoding %j', async (skipEncoding) => {
    const url = '/a%2fb+c;d?e=%7e+f&g=#h'
    const request = await record({ url, skipEncoding, queryParameters: { i: ' ' } })
    expect(request.target).toBe('/a%2fb+c;d?e=%7e+f&g=&i=%20')
  })

  test('with a raw space fails at once with skipEncoding', async () => {
    await refused({ url: '/a b', skipEncoding: true }, 'url has a character')
  })

  test('with half a code is refused', async () => {
    await refused({ url: '/100%' }, 'Write "%25"')
  })

  test.each([
    ['ftp://host/', 'url: Must be a http(s) URL'],
    ['HTTP://host/', 'url: Must be a http(s) URL'],
    [' http://host/', 'url: Must be a http(s) URL'],
    ['host', 'url: Must be a http(s) URL'],
    ['', 'url: Must be a http(s) URL'],
    [null, 'url must not be blank'],
    [undefined, 'url must not be blank'],
  ])('%j is refused', async (url, message) => {
    await expect(run({ url })).rejects.toMatchObject({ name: 'InputError' })
    await expect(run({ url })).rejects.toThrow(message)
  })

  test('holds no user information', async () => {
    await expect(run({ url: 'http://user:word@127.0.0.1/' })).rejects.toMatchObject({
      name: 'ConnectorError',
      code: '500',
      message: 'An error with the HTTP protocol occurred',
    })
  })
})

describe('authentication', () => {
  const basic = (text: string) => [`Basic ${Buffer.from(text).toString('base64')}`]

  test.each<[unknown, readonly string[] | undefined]>([
    [undefined, undefined],
    [null, undefined],
    [{ type: 'noAuth' }, undefined],
    [{ type: 'basic', username: 'ü', password: 'p:€' }, basic('ü:p:€')],
    [{ type: 'basic', username: 'u', password: 'SPEC_PASSWORD_EMPTY_PATTERN' }, basic('u:')],
    [{ type: 'basic', username: 'u', password: null }, basic('u:')],
    [{ type: 'bearer', token: 'abc' }, ['Bearer abc']],
    [{ type: 'bearer', token: 123 }, ['Bearer 123']],
    [{ type: 'bearer', token: 'from-a-file\n' }, ['Bearer from-a-file']],
  ])('%j', async (authentication, expected) => {
    expect(await headerOf('authorization', { authentication })).toEqual(expected)
  })

  test('is a key in a header', async () => {
    const authentication = { type: 'apiKey', apiKeyLocation: 'headers', name: 'X-Key', value: 'k' }
    expect(await headerOf('x-key', { authentication })).toEqual(['k'])
  })

  test('is a key in the query, before other parameters', async () => {
    const authentication = { type: 'apiKey', apiKeyLocation: 'query', name: 'key', value: 'a b' }
    const request = await record({ url: '/?x=1', authentication, queryParameters: { y: 2 } })
    expect(request.target).toBe('/?x=1&key=a%20b&y=2')
  })

  test('is sent beside an own header', async () => {
    const authentication = { type: 'bearer', token: 'a' }
    const headers = { Authorization: 'Own' }
    expect(await headerOf('authorization', { authentication, headers })).toEqual([
      'Bearer a',
      'Own',
    ])
  })

  test.each([
    [{ type: 'magic' }, 'authentication'],
    [{}, 'authentication'],
    ['basic', 'authentication'],
    [{ type: 'basic' }, 'authentication.username'],
    [{ type: 'bearer', token: '' }, 'authentication.token'],
    [{ type: 'apiKey', apiKeyLocation: 'body', name: 'a', value: 'b' }, 'apiKeyLocation'],
    [{ type: 'oauth-client-credentials-flow', clientId: 'x' }, 'authentication.clientSecret'],
    [{ type: 'oauth-refresh-token' }, 'not supported yet'],
  ])('%j is refused', async (authentication, message) => {
    await refused({ authentication }, message)
  })
})

describe('what is not there yet', () => {
  test.each([
    { storeResponse: true },
    { storeResponse: 'true' },
    { authenticationConfiguration: { id: 'x' } },
    { documentReturnFormat: { choice: 'DOCUMENT' } },
    { body: { file: [{ 'camunda.document.type': 'camunda' }] } },
    { body: { 'camunda.function.type': 'base64' } },
  ])('%j is refused by name', async (variables) => {
    const [field = ''] = Object.keys(variables)
    await refused({ method: 'POST', ...variables }, `${field}: `)
  })

  test.each([
    { clientTls: null },
    { clientTls: { clientCertificate: null, privateKeyPassword: '' } },
    { storeResponse: false },
    { storeResponse: null },
    { documentReturnFormat: { choice: 'JSON' } },
    { documentReturnFormat: { choice: null } },
    { documentReturnFormat: { choice: '', encoding: null } },
    { documentReturnFormat: { choice: 'TEXT', encoding: null } },
    { somethingElse: { of: 'the process' } },
  ])('%j changes nothing', async (variables) => {
    expect((await record(variables)).method).toBe('GET')
  })
})

describe('idempotency key', () => {
  test('is sent in the header that the model names', async () => {
    const request = { idempotencyKeyHeader: 'Idempotency-Key' }
    expect(await headerOf('idempotency-key', request)).toEqual([idempotencyKey])
  })

  test.each([undefined, null, '', ' '])('is not sent when %j', async (idempotencyKeyHeader) => {
    const { headers } = await record({ idempotencyKeyHeader })
    expect([...headers.values()].flat()).not.toContain(idempotencyKey)
  })
})
