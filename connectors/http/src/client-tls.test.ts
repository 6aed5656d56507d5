import type { Http, HttpRequest } from '@tenon/sdk'
import { describe, expect, test } from 'vitest'
import { run } from './testing/call.ts'

/** The request that the platform's client gets. */
const requestOf = async (variables: object): Promise<HttpRequest> => {
  const requests: HttpRequest[] = []
  const http: Http = {
    send: (request) => {
      requests.push(request)
      return Promise.reject(new Error('not sent'))
    },
  }
  const call = run({ url: 'https://shop.example/', ...variables }, { http })
  await expect(call).rejects.toThrow('not sent')
  const [request] = requests
  if (request !== undefined) return request
  await call
  throw new Error('No request was made')
}

describe('a client certificate', () => {
  const pair = { clientCertificate: 'CERTIFICATE', clientPrivateKey: 'KEY' }

  test.each<[object, object | undefined]>([
    [pair, { certificate: 'CERTIFICATE', privateKey: 'KEY' }],
    [
      { ...pair, privateKeyPassword: 'p', trustedCertificate: 'CA' },
      { certificate: 'CERTIFICATE', privateKey: 'KEY', passphrase: 'p', trustedCertificates: 'CA' },
    ],
    [
      { ...pair, privateKeyPassword: ' ' },
      { certificate: 'CERTIFICATE', privateKey: 'KEY' },
    ],
    [{ trustedCertificate: 'CA' }, { trustedCertificates: 'CA' }],
    [{ clientCertificate: '', clientPrivateKey: null, trustedCertificate: ' ' }, undefined],
    [{ privateKeyPassword: 'p' }, undefined],
    [{}, undefined],
  ])('of %j is %j to the client', async (clientTls, expected) => {
    expect((await requestOf({ clientTls })).tls).toEqual(expected)
  })

  test.each([{ clientCertificate: 'C' }, { clientPrivateKey: 'K', trustedCertificate: 'CA' }])(
    'that is half there is refused: %j',
    async (clientTls) => {
      await expect(run({ url: 'https://shop.example/', clientTls })).rejects.toMatchObject({
        name: 'InputError',
        message: expect.stringMatching(/clientTls has .* Give both, or neither/),
      })
    },
  )

  test('that cannot be used fails at once, not as an answer that never came', async () => {
    const call = run({ url: 'https://127.0.0.1:1/', clientTls: pair })
    await expect(call).rejects.toMatchObject({ code: 'HTTP_CERTIFICATE_INVALID' })
  })

  test('is not for the endpoint of an OAuth token', async () => {
    const authentication = {
      type: 'oauth-client-credentials-flow',
      oauthTokenEndpoint: 'https://login.example/token',
      clientId: 'c',
      clientSecret: 's',
      clientAuthentication: 'credentialsBody',
    }
    const request = await requestOf({ clientTls: pair, authentication })
    expect(request.url).toBe('https://login.example/token')
    expect(request.tls).toBeUndefined()
  })
})
