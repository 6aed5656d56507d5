import type { IncomingMessage } from 'node:http'
import { TLSSocket } from 'node:tls'
import type { TlsIdentity } from '@tenon/sdk'
import { describe, expect, test } from 'vitest'
import { issueCertificate, keyPem } from '../testing/certificates.ts'
import { clientOf, codeOf, send } from '../testing/http-calls.ts'
import { serve, serveSecure } from '../testing/local-server.ts'
import { ConnectionPool } from './connections.ts'
import { httpLimits } from './http-limits.ts'

const authority = issueCertificate('Authority')
const server = issueCertificate('Server', authority)
const trust = { trustedCertificates: authority.certificate }

const identityOf = (name: string, passphrase?: string): TlsIdentity => {
  const client = issueCertificate(name, authority)
  return {
    certificate: client.certificate,
    privateKey: keyPem(client, passphrase),
    ...(passphrase !== undefined && { passphrase }),
    ...trust,
  }
}

const peerOf = ({ socket }: IncomingMessage): string => {
  const name = socket instanceof TLSSocket ? socket.getPeerCertificate().subject?.CN : undefined
  return String(name ?? 'nobody')
}

/** Answers with who calls, and counts its connections. */
const serveAsking = async (requestCert = true) => {
  const sockets = new Set<unknown>()
  const own = { cert: server.certificate, key: keyPem(server) }
  const url = await serveSecure(
    { ...own, ca: authority.certificate, requestCert, rejectUnauthorized: requestCert },
    (request, response) => {
      sockets.add(request.socket)
      response.end(peerOf(request))
    },
  )
  return { url, sockets }
}

describe('a client certificate', () => {
  test.each([
    ['as it is', identityOf('Shop')],
    ['with an encrypted key', identityOf('Shop', 'pass word')],
  ])('is shown to a system that asks for it: %s', async (_, tls) => {
    const { url } = await serveAsking()
    expect((await send({ url, tls })).text()).toBe('Shop')
  })

  test('that is missing, or signed by another, opens nothing', async () => {
    const { url } = await serveAsking()
    expect(await codeOf(send({ url, tls: trust }))).toBe('HTTP_UNREACHABLE')
    const stranger = issueCertificate('Stranger', issueCertificate('Other authority'))
    const tls = { certificate: stranger.certificate, privateKey: keyPem(stranger), ...trust }
    expect(await codeOf(send({ url, tls }))).toBe('HTTP_UNREACHABLE')
  })

  test('has connections of its own, which later calls use again', async () => {
    const { url, sockets } = await serveAsking()
    const client = clientOf()
    const call = async (tls: TlsIdentity) =>
      (await client.send({ method: 'GET', url, headers: [], tls })).text()
    const [one, other] = [identityOf('One'), identityOf('Other')]
    expect([await call(one), await call(other), await call({ ...one })]).toEqual([
      'One',
      'Other',
      'One',
    ])
    expect(sockets.size).toBe(2)
  })

  test('is kept to the origin that it was given for', async () => {
    const elsewhere = await serveAsking(false)
    const own = { cert: server.certificate, key: keyPem(server) }
    const target = (url = '') => (url === '/home' ? '/end' : elsewhere.url)
    const url = await serveSecure(
      { ...own, ca: authority.certificate, requestCert: true },
      (request, response) => {
        if (request.url === '/end') response.end(peerOf(request))
        else response.writeHead(307, { Location: target(request.url) }).end()
      },
    )
    const tls = identityOf('Shop')
    const home = await send({ url: `${url}/home`, tls, followRedirects: true })
    expect(home.text()).toBe('Shop')
    // Nor is its authority trusted there.
    const away = codeOf(send({ url: `${url}/away`, tls, followRedirects: true }))
    expect(await away).toBe('HTTP_UNREACHABLE')
  })

  const shop = identityOf('Shop', 'right')
  test.each<[string, TlsIdentity]>([
    ['no certificate', { ...shop, certificate: 'x' }],
    ['no key', { ...shop, privateKey: 'x' }],
    ['the key of another', { ...shop, privateKey: keyPem(issueCertificate('Else')) }],
    ['a wrong password', { ...shop, passphrase: 'wrong' }],
    ['no authority', { trustedCertificates: 'x' }],
  ])('that is %s is refused before any call', async (_, tls) => {
    const { url, sockets } = await serveAsking(false)
    const call = send({ url, tls })
    await expect(call).rejects.toMatchObject({
      code: 'HTTP_CERTIFICATE_INVALID',
      message: expect.not.stringMatching(/PRIVATE|right|wrong/),
    })
    expect(sockets.size).toBe(0)
  })

  test('does no harm where there is no TLS', async () => {
    const url = await serve((_, response) => response.end('plain'))
    expect((await send({ url, tls: identityOf('Shop') })).text()).toBe('plain')
  })
})

describe('an authority', () => {
  test('that is private is trusted where it is given, and only there', async () => {
    const { url } = await serveAsking(false)
    expect((await send({ url, tls: trust })).text()).toBe('nobody')
    await expect(send({ url })).rejects.toMatchObject({
      code: 'HTTP_UNREACHABLE',
      message: expect.stringMatching(/certificate/),
    })
  })

  test('that is given takes the place of the others', async () => {
    const { url } = await serveAsking(false)
    const tls = { trustedCertificates: issueCertificate('Other authority').certificate }
    expect(await codeOf(send({ url, tls }))).toBe('HTTP_UNREACHABLE')
  })
})

test('connections of one trust are not those of another, though the certificate is the same', async () => {
  const { url } = await serveAsking(false)
  const client = clientOf()
  const shop = identityOf('Shop')
  const call = (tls: TlsIdentity) => client.send({ method: 'GET', url, headers: [], tls })
  expect((await call(shop)).status).toBe(200)
  const trustedCertificates = issueCertificate('Other authority').certificate
  expect(await codeOf(call({ ...shop, trustedCertificates }))).toBe('HTTP_UNREACHABLE')
})

describe('identities', () => {
  const { identitiesMax } = httpLimits
  const many = Array.from({ length: identitiesMax + 1 }, (_, at) => ({
    passphrase: String(at),
    ...trust,
  }))

  test.each([
    ['as many as are kept', identitiesMax, true],
    ['one more', identitiesMax + 1, false],
  ])('are forgotten, the oldest first: %s', (_, count, isKept) => {
    const pool = new ConnectionPool()
    const first = pool.secure(many[0])
    for (const identity of many.slice(0, count)) pool.secure(identity)
    expect(pool.secure(many[0]) === first).toBe(isKept)
    pool.close()
  })

  test('in use stay', () => {
    const pool = new ConnectionPool()
    const first = pool.secure(many[0])
    for (const identity of many) {
      pool.secure(identity)
      expect(pool.secure(many[0])).toBe(first)
    }
    pool.close()
  })
})
