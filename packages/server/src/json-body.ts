import type { FastifyInstance } from 'fastify'
import { parseJson } from '@tenon/orchestration'

/**
 * Reads JSON bodies without losing a digit, under the limits of `parseJson`. An empty body is no
 * body. Other content types are refused.
 */
export const readJsonBodies = (app: FastifyInstance): void => {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, text, done) => {
    try {
      done(null, text === '' ? undefined : parseJson(text.toString()))
    } catch (error) {
      done(error instanceof Error ? error : new Error(String(error)))
    }
  })
}
