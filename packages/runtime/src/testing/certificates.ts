import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

/** A certificate and its key. */
export interface Certified {
  readonly name: string
  /** In PEM. */
  readonly certificate: string
  readonly key: KeyObject
}

/** Certificates for tests, made anew each time; Node itself can read them but make none. */
export const issueCertificate = (name: string, issuer?: Certified): Certified => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const body = sequence(
    tagged(0xa0, integer(Buffer.of(2))),
    integer(Buffer.concat([Buffer.of(1), randomBytes(8)])),
    ecdsaWithSha256,
    nameOf(issuer?.name ?? name),
    sequence(time('200101000000Z'), time('490101000000Z')),
    nameOf(name),
    publicKey.export({ format: 'der', type: 'spki' }),
    tagged(0xa3, sequence(issuer === undefined ? isAuthority : isForLoopback)),
  )
  const signature = sign('sha256', body, issuer?.key ?? privateKey)
  const der = sequence(body, ecdsaWithSha256, tagged(0x03, Buffer.of(0), signature))
  return { name, certificate: pem(der), key: privateKey }
}

/** A private key in PEM, encrypted where there is a passphrase. */
export const keyPem = ({ key }: Certified, passphrase?: string): string =>
  key.export({
    format: 'pem',
    type: 'pkcs8',
    ...(passphrase !== undefined && { cipher: 'aes-256-cbc', passphrase }),
  })

const tagged = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const content = Buffer.concat(parts)
  const { length } = content
  const head = length < 0x80 ? [length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.of(tag, ...head), content])
}

const sequence = (...parts: readonly Uint8Array[]): Buffer => tagged(0x30, ...parts)
const integer = (bytes: Uint8Array): Buffer => tagged(0x02, bytes)
const octets = (bytes: Uint8Array): Buffer => tagged(0x04, bytes)
const time = (text: string): Buffer => tagged(0x17, Buffer.from(text))
const identifier = (hex: string): Buffer => tagged(0x06, Buffer.from(hex, 'hex'))

const ecdsaWithSha256 = sequence(identifier('2a8648ce3d040302'))

const nameOf = (text: string): Buffer =>
  sequence(tagged(0x31, sequence(identifier('550403'), tagged(0x0c, Buffer.from(text)))))

const yes = tagged(0x01, Buffer.of(0xff))
const isAuthority = sequence(identifier('551d13'), yes, octets(sequence(yes)))
const isForLoopback = sequence(
  identifier('551d11'),
  octets(sequence(tagged(0x82, Buffer.from('localhost')), tagged(0x87, Buffer.of(127, 0, 0, 1)))),
)

const pem = (der: Buffer): string =>
  `-----BEGIN CERTIFICATE-----\n${der.toString('base64')}\n-----END CERTIFICATE-----\n`
