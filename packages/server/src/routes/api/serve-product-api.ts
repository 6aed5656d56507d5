import type { FastifyPluginCallback } from 'fastify'
import { apiHeaders } from '../api-headers.ts'
import { eventRoutes } from './events.ts'
import { modelRoutes } from './models.ts'
import type { ProductContext } from './product-context.ts'
import { templateRoutes } from './templates.ts'

/** What the browser app needs and Camunda's API does not have. */
export const serveProductApi =
  (context: ProductContext): FastifyPluginCallback =>
  (app, _options, loaded) => {
    app.addHook('onRequest', (_request, reply, done) => {
      reply.headers(apiHeaders)
      done()
    })
    modelRoutes(app, context)
    templateRoutes(app, context)
    eventRoutes(app, context)
    loaded()
  }
