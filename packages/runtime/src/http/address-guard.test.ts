import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { codeOf } from '../testing/http-calls.ts'
import { serve } from '../testing/local-server.ts'
import { addressGuard, type GuardOptions, type ResolvedAddress } from './address-guard.ts'
import { readAllowedHosts } from './allowed-hosts.ts'
import { createHttp } from './create-http.ts'

/** A client behind a guard. */
const guarded = (options: GuardOptions = {}) => {
  const client = createHttp(addressGuard(options))
  onTestFinished(() => client.close())
  const http = client.withSignal(new AbortController().signal)
  return (url: string, followRedirects = false) =>
    http.send({ method: 'GET', url, headers: [], followRedirects })
}

const addresses = (...all: readonly string[]): readonly ResolvedAddress[] =>
  all.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))

/** A server on this machine that counts who comes, and the same by other names. */
const startCanary = async () => {
  let calls = 0
  const url = await serve((_, response) => {
    calls++
    response.end('reached')
  })
  const { port } = new URL(url)
  return { url, at: (host: string) => `http://${host}:${port}/`, calls: () => calls }
}

describe('an address in a URL', () => {
  const loopback = [
    ...['127.0.0.1', '127.1', '127.0.1', '2130706433', '0x7f000001', '0x7f.0.0.1', '017700000001'],
    ...[
      '0177.0.0.1',
      '127.0.0.1.',
      '127.000.000.001',
      '１２７.0.0.1',
      '127。0。0。1',
      '%31%32%37.0.0.1',
    ],
    ...[
      '[::1]',
      '[0:0:0:0:0:0:0:1]',
      '[::ffff:127.0.0.1]',
      '[::ffff:7f00:1]',
      '[::FFFF:127.0.0.1]',
    ],
    ...['[64:ff9b::127.0.0.1]', '[2002:7f00:1::]', '[::127.0.0.1]', '0.0.0.0', '0', '[::]'],
    ...['localhost', 'LOCALHOST'],
  ]

  test.each(loopback)('of this machine, written %s, is not called', async (host) => {
    const canary = await startCanary()
    expect(await codeOf(guarded()(canary.at(host)))).toBe('HTTP_REFUSED')
    expect(canary.calls()).toBe(0)
  })

  const elsewhere = [
    ...[
      '10.0.0.1',
      '0xa.1',
      '012.0.0.1',
      '167772161',
      '172.16.0.1',
      '192.168.0.1',
      '169.254.169.254',
    ],
    ...['0xa9fea9fe', '2852039166', '169.16689662', '100.64.0.1', '168.63.129.16', '192.0.2.1'],
    ...[
      '224.0.0.1',
      '255.255.255.255',
      '[fe80::1]',
      '[fd00:ec2::254]',
      '[ff02::1]',
      '[2001:db8::1]',
    ],
    ...['[::ffff:10.0.0.1]', '[::ffff:a9fe:a9fe]', '[64:ff9b::a9fe:a9fe]', '[2002:a9fe:a9fe::1]'],
    '[2001:0:a9fe:a9fe::1]',
  ]

  test.each(elsewhere)('that is not public, written %s, is not called', async (host) => {
    for (const scheme of ['http', 'https'])
      expect(await codeOf(guarded({ isLoopbackAllowed: true })(`${scheme}://${host}/`))).toBe(
        'HTTP_REFUSED',
      )
  })

  test('that is not public is not called, however its numbers are written', async () => {
    const send = guarded()
    const byte = fc.integer({ min: 0, max: 255 })
    const special = fc.tuple(fc.constantFrom(0, 10, 127, 224, 240, 255), byte, byte, byte)
    const spelling = fc.constantFrom<(part: number) => string>(
      String,
      (part) => `0x${part.toString(16)}`,
      (part) => `0X0${part.toString(16).toUpperCase()}`,
      (part) => `0${part.toString(8)}`,
    )
    const spellings = fc.array(spelling, { minLength: 4, maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(
        special,
        spellings,
        fc.integer({ min: 0, max: 3 }),
        async (bytes, spell, n) => {
          // The last number stands for all bytes that have none of their own.
          const rest = bytes.slice(n).reduce((all, part) => all * 256 + part, 0)
          const written = [...bytes.slice(0, n), rest].map((part, at) => spell[at]?.(part))
          expect(await codeOf(send(`http://${written.join('.')}/`))).toBe('HTTP_REFUSED')
        },
      ),
    )
  })

  test('is named in the refusal, with what lets it be called', async () => {
    await expect(guarded()('http://0xa9fea9fe/latest?key=s3cret')).rejects.toMatchObject({
      code: 'HTTP_REFUSED',
      message:
        '169.254.169.254 is a link-local address, which may not be called. Correct the URL, or ' +
        'name the host or the address in TENON_ALLOWED_HOSTS if it may.',
    })
  })

  test('of this machine is called where that is allowed', async () => {
    const canary = await startCanary()
    const send = guarded({ isLoopbackAllowed: true })
    for (const host of ['127.0.0.1', '[::ffff:127.0.0.1]', 'localhost'])
      expect((await send(canary.at(host))).text()).toBe('reached')
  })

  test.each(['127.0.0.1', '127.0.0.0/8', '*'])('is called where %s allows it', async (hosts) => {
    const canary = await startCanary()
    const send = guarded({ allowed: readAllowedHosts(hosts) })
    expect((await send(canary.at('0x7f.1'))).text()).toBe('reached')
  })
})

describe('a name', () => {
  test.each([
    ['private', '10.0.0.1'],
    ['link-local', '169.254.169.254'],
    ['private', 'fd00:ec2::254'],
    ['loopback', '::ffff:127.0.0.1'],
    ['reserved', 'no address'],
  ])('of a %s address is not called: %s', async (kind, address) => {
    const send = guarded({ resolve: () => Promise.resolve(addresses(address)) })
    await expect(send('http://metadata.example/')).rejects.toMatchObject({
      code: 'HTTP_REFUSED',
      message: expect.stringMatching(`^metadata.example is ${address}, and that is a ${kind} `),
    })
  })

  test('of several addresses is not called where one is not public', async () => {
    const canary = await startCanary()
    const resolve = () => Promise.resolve(addresses('127.0.0.1', '10.0.0.1'))
    const send = guarded({ resolve, isLoopbackAllowed: true })
    expect(await codeOf(send(canary.at('mixed.example')))).toBe('HTTP_REFUSED')
    expect(canary.calls()).toBe(0)
  })

  test('is called at the address that was checked', async () => {
    const canary = await startCanary()
    const asked: string[] = []
    const resolve = (name: string) => {
      asked.push(name)
      return Promise.resolve(addresses('127.0.0.1'))
    }
    const send = guarded({ resolve, isLoopbackAllowed: true })
    expect((await send(canary.at('shop.example'))).text()).toBe('reached')
    expect((await send(canary.at('shop.example'))).text()).toBe('reached')
    // Not again for a connection that is open.
    expect(asked).toEqual(['shop.example'])
  })

  test('that gives another address the next time is checked again', async () => {
    const canary = await startCanary()
    const answers = [addresses('127.0.0.1'), addresses('10.0.0.1')]
    const resolve = () => Promise.resolve(answers.shift() ?? addresses('10.0.0.1'))
    const guard = addressGuard({ resolve, isLoopbackAllowed: true })
    const call = () => {
      const client = createHttp(guard)
      onTestFinished(() => client.close())
      const http = client.withSignal(new AbortController().signal)
      return http.send({ method: 'GET', url: canary.at('rebinding.example'), headers: [] })
    }
    expect((await call()).text()).toBe('reached')
    expect(await codeOf(call())).toBe('HTTP_REFUSED')
    expect(canary.calls()).toBe(1)
  })

  test.each(['db.internal', 'DB.INTERNAL.', '127.0.0.0/8', '*'])(
    'is called where %s allows it',
    async (hosts) => {
      const canary = await startCanary()
      const resolve = () => Promise.resolve(addresses('127.0.0.1'))
      const send = guarded({ resolve, allowed: readAllowedHosts(hosts) })
      expect((await send(canary.at('db.internal'))).text()).toBe('reached')
      const other = codeOf(send(canary.at('other.internal')).then(({ status }) => status))
      expect(await other).toBe(
        hosts.startsWith('d') || hosts.startsWith('D') ? 'HTTP_REFUSED' : 200,
      )
    },
  )

  test.each([
    ['none', () => Promise.resolve([])],
    ['an error', () => Promise.reject(new Error('no such name'))],
  ])('for which there is %s cannot be reached', async (_, resolve) => {
    expect(await codeOf(guarded({ resolve })('http://nowhere.example/'))).toBe('HTTP_UNREACHABLE')
  })
})

describe('a redirect', () => {
  test.each([
    'http://169.254.169.254/latest',
    'http://[::ffff:a00:1]/',
    '//10.0.0.1/',
    'https://0/',
  ])('to %s is not followed', async (location) => {
    const url = await serve((_, response) => response.writeHead(302, { Location: location }).end())
    const send = guarded({ isLoopbackAllowed: true })
    expect(await codeOf(send(url, true))).toBe('HTTP_REFUSED')
    expect((await send(url)).status).toBe(302)
  })

  test('to a name of an address that is not public is not followed', async () => {
    const resolve = () => Promise.resolve(addresses('192.168.1.1'))
    const location = 'http://router.example/'
    const url = await serve((_, response) => response.writeHead(307, { Location: location }).end())
    expect(await codeOf(guarded({ isLoopbackAllowed: true, resolve })(url, true))).toBe(
      'HTTP_REFUSED',
    )
  })
})
