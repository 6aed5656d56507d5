import { InputError, z } from '@tenon/sdk'
import type { QueryParameter } from './url.ts'
import { scalarText } from './scalar-text.ts'

const text = z.preprocess((value) => scalarText(value) ?? value, z.string().min(1))

const oauth = z.object({
  type: z.literal('oauth-client-credentials-flow'),
  oauthTokenEndpoint: z
    .string('must not be blank')
    .regex(/^https?:\/\//, 'Must be a http(s) URL')
    .meta({ label: 'URL of the token', placeholder: 'https://login.example.com/oauth/token' }),
  clientId: text.meta({ label: 'Client ID' }),
  clientSecret: text.meta({ label: 'Client secret', placeholder: '{{secrets.MY_CLIENT_SECRET}}' }),
  audience: z.string().optional().meta({ description: 'The interface that the token is for' }),
  clientAuthentication: z.enum(['credentialsBody', 'basicAuthHeader']).meta({
    label: 'Send ID and secret in',
    choices: { credentialsBody: 'The body', basicAuthHeader: 'A header (basic)' },
    prefill: 'credentialsBody',
  }),
  scopes: z.string().optional().meta({
    description: 'What the token is to allow, with blanks between',
    placeholder: 'orders:read orders:write',
  }),
})

/** OAuth's client credentials, for which a token is fetched. */
export type OAuth = z.output<typeof oauth>

/** How a call shows who makes it. Absent means not at all. */
export const authentication = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('noAuth') }).meta({ label: 'None' }),
    z
      .object({
        type: z.literal('basic'),
        username: text.meta({ label: 'User name' }),
        password: z
          .preprocess((value) => scalarText(value) ?? value, z.string().default(''))
          .meta({ label: 'Password', placeholder: '{{secrets.MY_PASSWORD}}' }),
      })
      .meta({ label: 'User name and password (basic)' }),
    z
      .object({
        type: z.literal('bearer'),
        token: text.meta({ label: 'Token', placeholder: '{{secrets.MY_TOKEN}}' }),
      })
      .meta({ label: 'Token (bearer)' }),
    z
      .object({
        type: z.literal('apiKey'),
        apiKeyLocation: z
          .enum(['headers', 'query'])
          .meta({ label: 'Send in', choices: { headers: 'A header', query: 'The query' } }),
        name: text.meta({ label: 'Name of the key', placeholder: 'X-API-Key' }),
        value: text.meta({ label: 'Key', placeholder: '{{secrets.MY_KEY}}' }),
      })
      .meta({ label: 'API key' }),
    oauth.meta({ label: 'OAuth (client credentials)' }),
    z.object({ type: z.literal('oauth-refresh-token') }).meta({ control: 'none' }),
  ])
  .default({ type: 'noAuth' })
  .meta({ label: 'Type', group: 'Authentication' })

/** What authentication adds to a request. */
interface Credentials {
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly parameters: readonly QueryParameter[]
}

// Camunda's way to say that the password is empty, where an empty field would be none.
const emptyPassword = 'SPEC_PASSWORD_EMPTY_PATTERN'

/** Those that need no call of their own: OAuth's token comes later. */
export const credentialsOf = (by: z.output<typeof authentication>): Credentials => {
  switch (by.type) {
    case 'noAuth':
    case 'oauth-client-credentials-flow':
      return { headers: [], parameters: [] }
    case 'basic': {
      const password = by.password === emptyPassword ? '' : by.password
      return inHeader('Authorization', basicOf(by.username, password))
    }
    case 'bearer':
      return inHeader('Authorization', `Bearer ${by.token}`)
    case 'apiKey':
      return by.apiKeyLocation === 'headers'
        ? inHeader(by.name, by.value)
        : { headers: [], parameters: [[by.name, by.value]] }
    default:
      throw new InputError(
        `authentication.type "${by.type}" is not supported yet. ` +
          'Use oauth-client-credentials-flow, basic, bearer or apiKey.',
      )
  }
}

const inHeader = (name: string, value: string): Credentials => ({
  headers: [[name, value]],
  parameters: [],
})

/** The value of a header that carries name and password. */
export const basicOf = (username: string, password: string): string =>
  `Basic ${new TextEncoder().encode(`${username}:${password}`).toBase64()}`
