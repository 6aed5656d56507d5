import { InputError, type TlsIdentity, z } from '@tenon/sdk'

/** A form gives an empty text for a field that was left empty. */
const pem = z.preprocess(
  (value) => (typeof value === 'string' && value.trim() === '' ? undefined : value),
  z.string().optional(),
)

/** How a call shows who makes it to a system that asks for a certificate. Names are Camunda's. */
export const clientTls = z
  .object({
    clientCertificate: pem.meta({
      label: 'Certificate',
      description: 'PEM; the certificates that signed it after it',
      placeholder: '{{secrets.MY_CERTIFICATE}}',
      control: 'text',
    }),
    clientPrivateKey: pem.meta({
      label: 'Private key',
      description: 'PEM; it may be encrypted',
      placeholder: '{{secrets.MY_PRIVATE_KEY}}',
      control: 'text',
    }),
    privateKeyPassword: pem.meta({
      label: 'Password of the private key',
      placeholder: '{{secrets.MY_KEY_PASSWORD}}',
    }),
    trustedCertificate: pem.meta({
      label: 'Trusted authority',
      description: 'PEM; who signed the certificate of the system, if no public authority did',
      control: 'text',
    }),
  })
  .optional()
  .meta({ group: 'Client certificate' })

/** Undefined where nothing is set. Throws `InputError` for a certificate or a key alone. */
export const identityOf = (tls: z.output<typeof clientTls>): TlsIdentity | undefined => {
  const { clientCertificate, clientPrivateKey, privateKeyPassword, trustedCertificate } = tls ?? {}
  if ((clientCertificate === undefined) !== (clientPrivateKey === undefined)) {
    throw new InputError(
      'The input is not valid: clientTls has only one of the certificate and its private ' +
        'key. Give both, or neither.',
    )
  }
  if (clientCertificate === undefined && trustedCertificate === undefined) return undefined
  return {
    ...(clientCertificate !== undefined && { certificate: clientCertificate }),
    ...(clientPrivateKey !== undefined && { privateKey: clientPrivateKey }),
    ...(privateKeyPassword !== undefined && { passphrase: privateKeyPassword }),
    ...(trustedCertificate !== undefined && { trustedCertificates: trustedCertificate }),
  }
}
