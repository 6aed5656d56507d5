import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import { ServerError } from './errors.ts'
import { isKnownError, problemOf, type KnownError } from './problem.ts'

/** Answers whatever fails, and every unknown route, with a problem. */
export const answerProblems = (app: FastifyInstance, log: Logger): void => {
  app.setErrorHandler((error, request, reply) =>
    sendProblem(request, reply, knownError(error, request, log)),
  )
  app.setNotFoundHandler((request, reply) =>
    sendProblem(
      request,
      reply,
      new ServerError(
        'ROUTE_NOT_FOUND',
        `Tenon has no ${request.method} ${pathOf(request)}. Check the method and the path, or see in ` +
          'docs/reference/api.md what there is.',
      ),
    ),
  )
}

/** Also for what Fastify refuses before it has a route, such as an address it cannot decode. */
export const sendProblem = (
  request: FastifyRequest,
  reply: FastifyReply,
  error: KnownError,
): FastifyReply => {
  const problem = problemOf(error, pathOf(request))
  return (
    reply
      .code(problem.status)
      .header('content-type', 'application/problem+json')
      .header('tenon-error-code', error.code)
      // As bytes, for Fastify would add a charset to text, which this type does not have.
      .send(Buffer.from(JSON.stringify(problem)))
  )
}

/** Gives an error of Fastify or of its plugins its code; one that nobody expected is logged. */
export const knownError = (error: unknown, request: FastifyRequest, log: Logger): KnownError => {
  if (isKnownError(error)) return error
  const status = statusOf(error)
  if (status === undefined || status >= 500) {
    log.error({ err: error, method: request.method, path: pathOf(request) }, 'request failed')
    return new ServerError('INTERNAL_ERROR')
  }
  if (status === 413) return new ServerError('BODY_TOO_LARGE', tooLarge(request))
  if (status === 415) return new ServerError('MEDIA_TYPE_UNSUPPORTED', unsupported(request))
  return new ServerError('REQUEST_INVALID', error instanceof Error ? error.message : undefined)
}

const statusOf = (error: unknown): number | undefined =>
  error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : undefined

const tooLarge = (request: FastifyRequest): string =>
  `The body is larger than ${request.routeOptions.bodyLimit} bytes. Send less, or keep large ` +
  'data elsewhere.'

const unsupported = (request: FastifyRequest): string => {
  const wanted = request.routeOptions.config.contentType ?? 'application/json'
  const given = request.headers['content-type'] ?? 'none'
  return `The content type "${given}" is not supported. Send ${wanted}.`
}

const pathOf = (request: FastifyRequest): string => request.url.split('?', 1)[0] ?? '/'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the route takes, where it is not `application/json`. */
    readonly contentType?: string
  }
}
