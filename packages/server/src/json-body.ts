import { isUtf8 } from 'node:buffer'
import type { FastifyInstance } from 'fastify'
import { OrchestrationError, parseJson } from '@tenon/orchestration'

/**
 * Reads JSON bodies without losing a digit, under the limits of `parseJson`. An empty body is no
 * body. Other content types are refused.
 */
export const readJsonBodies = (app: FastifyInstance): void => {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    (_request, body: Buffer, done) => {
      try {
        done(null, body.length === 0 ? undefined : parseJson(decode(body)))
      } catch (error) {
        done(error instanceof Error ? error : new Error(String(error)))
      }
    },
  )
}

/** Throws where a plain decode would replace what it cannot read, and so change the data. */
const decode = (body: Buffer): string => {
  if (isUtf8(body)) return body.toString()
  throw new OrchestrationError('JSON_INVALID', 'The body is not UTF-8. Send JSON in UTF-8.')
}
