import type { Orchestration } from '@tenon/orchestration'
import type { Models } from '@tenon/runtime/database'
import fastify, { type FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { answerProblems, knownError, sendProblem } from './answer-problems.ts'
import { answerUnreadable } from './answer-unreadable.ts'
import { signalClosing } from './closing.ts'
import { EventStreams } from './events/event-streams.ts'
import { guardLoopback, refusalOf } from './guard-loopback.ts'
import { readJsonBodies } from './json-body.ts'
import { limits } from './limits.ts'
import { serveProductApi } from './routes/api/serve-product-api.ts'
import { serveApi } from './routes/v2/serve-api.ts'
import type { Templates } from './templates/open-templates.ts'
import { serveWeb } from './web-app.ts'

export interface AppParts {
  readonly orchestration: Orchestration
  readonly models: Models
  readonly templates: Templates
  /** Identifies the data folder; clients see it as the id of the cluster. */
  readonly installationId: string
  readonly log: Logger
  /** Folder of the built browser app. */
  readonly webFolder: string
}

/** The HTTP app, which does not listen yet. It is only for this machine: see `guardLoopback`. */
export const buildApp = async (parts: AppParts): Promise<FastifyInstance> => {
  const app: FastifyInstance = fastify({
    // Fastify's logger costs an object a request; what matters is logged by `answerProblems`.
    logger: false,
    bodyLimit: limits.jsonBytesMax,
    requestTimeout: limits.receiveMsMax,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    clientErrorHandler: answerUnreadable,
    frameworkErrors: (error, request, reply) =>
      void sendProblem(request, reply, refusalOf(request) ?? knownError(error, request, parts.log)),
  })
  answerProblems(app, parts.log)
  readJsonBodies(app)
  guardLoopback(app)
  const closing = signalClosing(app)
  await app.register(serveApi({ ...parts, closing }), { prefix: '/v2' })
  const events = new EventStreams(parts.orchestration.queries)
  closing.addEventListener('abort', () => events.close())
  await app.register(serveProductApi({ ...parts, events }), { prefix: '/api' })
  await app.register(serveWeb(parts.webFolder))
  return app
}
