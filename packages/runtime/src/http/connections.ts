import { createHash, X509Certificate } from 'node:crypto'
import { Agent } from 'node:http'
import { Agent as SecureAgent } from 'node:https'
import { createSecureContext, type SecureContext } from 'node:tls'
import { HttpError, type TlsIdentity } from '@tenon/sdk'
import { httpLimits } from './http-limits.ts'

/** Where requests get their connections from. */
export interface Connections {
  readonly plain: Agent
  /** Those of one identity are for it alone. Throws `HTTP_CERTIFICATE_INVALID`. */
  readonly secure: (identity: TlsIdentity | undefined) => SecureAgent
}

/** A new connection for each request. */
export const freshConnections: Connections = {
  plain: new Agent(),
  secure: (identity) => new SecureAgent(identity && { secureContext: contextOf(identity) }),
}

// How many there are at a time is up to the queues: an agent's own wait without a limit.
const kept = { keepAlive: true, timeout: httpLimits.idleConnectionMs }

/** Connections that stay open between requests. */
export class ConnectionPool implements Connections {
  readonly plain = new Agent(kept)
  readonly #anonymous = new SecureAgent(kept)
  /** By a digest, which shows nobody a key; that used last stands last. */
  readonly #identified = new Map<string, SecureAgent>()

  secure(identity: TlsIdentity | undefined): SecureAgent {
    if (identity === undefined) return this.#anonymous
    const id = digestOf(identity)
    const agent =
      this.#identified.get(id) ?? new SecureAgent({ ...kept, secureContext: contextOf(identity) })
    this.#identified.delete(id)
    this.#identified.set(id, agent)
    this.#forgetOldest()
    return agent
  }

  close(): void {
    for (const agent of [this.plain, this.#anonymous, ...this.#identified.values()]) agent.destroy()
  }

  /** Its connections end as others do: those in use with their call, those idle by themselves. */
  #forgetOldest(): void {
    const [oldest] = this.#identified.keys()
    if (oldest === undefined || this.#identified.size <= httpLimits.identitiesMax) return
    this.#identified.delete(oldest)
  }
}

const digestOf = (identity: TlsIdentity): string => {
  const { certificate, privateKey, passphrase, trustedCertificates } = identity
  const parts = [certificate, privateKey, passphrase, trustedCertificates].map(
    (part) => part ?? null,
  )
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64')
}

const contextOf = (identity: TlsIdentity): SecureContext => {
  const { certificate, privateKey, passphrase, trustedCertificates } = identity
  try {
    if (trustedCertificates !== undefined) requireCertificate(trustedCertificates)
    return createSecureContext({
      ...(certificate !== undefined && { cert: certificate }),
      ...(privateKey !== undefined && { key: privateKey }),
      ...(passphrase !== undefined && { passphrase }),
      ...(trustedCertificates !== undefined && { ca: trustedCertificates }),
    })
  } catch (cause) {
    throw new HttpError(
      'HTTP_CERTIFICATE_INVALID',
      'The certificate, its private key, the password or the trusted certificate cannot be used. ' +
        'Give certificates and keys as PEM, from -----BEGIN to END-----, that belong together.',
      { cause },
    )
  }
}

/** Node takes an authority that is none without a word, and trusts nobody then. */
const requireCertificate = (pem: string): X509Certificate => new X509Certificate(pem)
