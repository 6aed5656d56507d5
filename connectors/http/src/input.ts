import { z } from '@tenon/sdk'
import { authentication } from './authentication.ts'
import { clientTls } from './client-tls.ts'
import { responseFormat } from './response-format.ts'
import { scalarText } from './scalar-text.ts'

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

const flag = z.preprocess((value) => {
  if (value === '') return undefined
  return value === 'true' ? true : value === 'false' ? false : value
}, z.boolean().default(false))

const seconds = z.preprocess((value) => {
  if (value === '') return undefined
  const text = scalarText(value)
  return text === undefined || text.trim() === '' || typeof value === 'boolean'
    ? value
    : Number(text)
}, z.number('must be a number of seconds').optional())

const single = 'must be text, a number, a boolean, null, or a list of one of them'

/** Names with one value each: headers, or query parameters. A number with all digits is none. */
const entries = z
  .preprocess(
    (value) => scalarText(value) ?? value,
    z.record(
      z.string(),
      z.unknown().transform((value, context) => {
        const only: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value
        const text = only === null ? null : scalarText(only)
        if (text !== undefined) return text
        context.addIssue(single)
        return z.NEVER
      }),
      'must be a context',
    ),
  )
  .optional()

/**
 * The variables that Camunda's REST connector reads, as leniently as it does. Those of features
 * that are absent here are read to be refused by name.
 */
export const input = z.object({
  method: z
    .preprocess(
      (value) => (typeof value === 'string' ? value.toUpperCase() : value),
      // Camunda takes an absent method for GET but refuses null; `run` does the latter.
      z.enum(methods).nullable().default('GET'),
    )
    .meta({
      group: 'Endpoint',
      choices: { GET: 'GET', POST: 'POST', PUT: 'PUT', PATCH: 'PATCH', DELETE: 'DELETE' },
    }),
  url: z
    .string('must not be blank')
    .regex(/^https?:\/\//, 'Must be a http(s) URL')
    .meta({
      label: 'URL',
      placeholder: 'https://api.example.com/orders',
      group: 'Endpoint',
    }),
  headers: entries.meta({
    description: 'A context, such as {"X-Request-Source": "order process"}',
    group: 'Endpoint',
  }),
  queryParameters: entries.meta({
    description: 'A context; its entries are encoded and added to the URL',
    group: 'Endpoint',
  }),
  skipEncoding: flag.meta({
    label: 'Send the URL as written',
    description: 'For a URL that is completely encoded already',
    feel: 'static',
    group: 'Endpoint',
  }),
  followRedirects: flag.meta({
    description: 'Go on to the address that the answer names, up to five times',
    feel: 'static',
    group: 'Endpoint',
  }),
  authentication,
  body: z.unknown().optional().meta({
    label: 'Request body',
    description: 'Sent with POST, PUT and PATCH; contexts and lists as JSON, text as it is',
    group: 'Payload',
  }),
  ignoreNullValues: flag.meta({
    label: 'Leave out nulls',
    description: 'Entries of the body that are null are not sent',
    feel: 'static',
    group: 'Payload',
  }),
  idempotencyKeyHeader: z.string().optional().meta({
    label: 'Header for the idempotency key',
    description: 'Gets a key that is the same at each repetition of this call',
    placeholder: 'Idempotency-Key',
    group: 'Payload',
  }),
  documentReturnFormat: responseFormat,
  connectionTimeoutInSeconds: seconds.meta({
    label: 'Time to connect',
    description: 'Seconds; 0 waits as long as the platform allows',
    prefill: 20,
    group: 'Timeouts',
  }),
  readTimeoutInSeconds: seconds.meta({
    label: 'Time to answer',
    description: 'Seconds until the answer, and between its parts; 0 as above',
    prefill: 20,
    group: 'Timeouts',
  }),
  clientTls,
  authenticationConfiguration: z.unknown().optional().meta({ control: 'none' }),
  storeResponse: z.unknown().optional().meta({ control: 'none' }),
})

export type Input = z.output<typeof input>
