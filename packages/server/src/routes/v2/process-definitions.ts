import type { FastifyInstance } from 'fastify'
import type { RouteContext } from './route-context.ts'
import { search } from './search.ts'

/** `POST /process-definitions/search` */
export const processDefinitionRoutes = (app: FastifyInstance, context: RouteContext): void => {
  app.post('/process-definitions/search', ({ body }) =>
    search(context, 'process-definitions', body),
  )
}
