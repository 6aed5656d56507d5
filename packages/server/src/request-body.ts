import { OrchestrationError } from '@tenon/orchestration'
import type { z } from 'zod'
import { ServerError } from './errors.ts'

/** Checks a body. Throws `REQUEST_INVALID` or `INVALID_ARGUMENT`, naming the property. */
export const parseBody = <Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
): z.output<Schema> => {
  if (body === undefined || body === null) {
    throw new ServerError('REQUEST_INVALID', 'The request has no body. Send a JSON object.')
  }
  const result = schema.safeParse(body)
  if (result.success) return result.data
  throw bodyError(result.error.issues[0], body)
}

/** The same where the body may be left out; then it is checked as an empty object. */
export const parseOptionalBody = <Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
): z.output<Schema> => parseBody(schema, body ?? {})

const bodyError = (issue: z.core.$ZodIssue | undefined, body: unknown): Error => {
  if (issue === undefined) return new ServerError('REQUEST_INVALID')
  const name = issue.path.join('.')
  switch (issue.code) {
    case 'unrecognized_keys': {
      const unknown = [...issue.path, issue.keys[0]].join('.')
      return malformed(unknown, 'there is no such property')
    }
    case 'invalid_type':
      return isMissing(body, issue.path)
        ? new OrchestrationError('INVALID_ARGUMENT', `No ${name} provided.`)
        : malformed(name, `expected ${issue.expected}`)
    case 'invalid_value':
      return new OrchestrationError(
        'INVALID_ARGUMENT',
        `Unexpected value for enum field '${name}'. Use any of the following values: ` +
          `[${issue.values.join(', ')}].`,
      )
    default:
      return new OrchestrationError(
        'INVALID_ARGUMENT',
        `Request property [${name}]: ${issue.message}`,
      )
  }
}

const malformed = (name: string, reason: string): ServerError =>
  new ServerError(
    'REQUEST_INVALID',
    name === ''
      ? `The request body cannot be parsed: ${reason}.`
      : `Request property [${name}] cannot be parsed: ${reason}.`,
  )

const isMissing = (body: unknown, path: readonly PropertyKey[]): boolean => {
  let value = body
  for (const name of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return true
    value = Reflect.get(value, name)
  }
  return value === null
}
