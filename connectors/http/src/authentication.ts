import { InputError, z } from '@tenon/sdk'
import type { QueryParameter } from './url.ts'
import { scalarText } from './scalar-text.ts'

const text = z.preprocess((value) => scalarText(value) ?? value, z.string().min(1))

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
    z
      .object({ type: z.literal(['oauth-client-credentials-flow', 'oauth-refresh-token']) })
      .meta({ control: 'none' }),
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

export const credentialsOf = (by: z.output<typeof authentication>): Credentials => {
  switch (by.type) {
    case 'noAuth':
      return { headers: [], parameters: [] }
    case 'basic': {
      const password = by.password === emptyPassword ? '' : by.password
      return inHeader('Authorization', `Basic ${base64(`${by.username}:${password}`)}`)
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
          'Use basic, bearer or apiKey, or fetch a token with a call of its own.',
      )
  }
}

const inHeader = (name: string, value: string): Credentials => ({
  headers: [[name, value]],
  parameters: [],
})

const base64 = (value: string): string => new TextEncoder().encode(value).toBase64()
