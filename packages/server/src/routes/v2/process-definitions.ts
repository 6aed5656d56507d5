import type { FastifyInstance } from 'fastify'
import { pathKey } from '../../path-key.ts'
import type { RouteContext } from './route-context.ts'
import { search } from './search.ts'

interface DefinitionRoute {
  readonly Params: { readonly key: string }
}

/** `/process-definitions`: search, read, and their XML */
export const processDefinitionRoutes = (app: FastifyInstance, context: RouteContext): void => {
  const { queries } = context.orchestration

  app.post('/process-definitions/search', ({ body }) =>
    search(context, 'process-definitions', body),
  )

  app.get<DefinitionRoute>('/process-definitions/:key', ({ params }) =>
    queries.get('process-definitions', pathKey(params.key)),
  )

  app.get<DefinitionRoute>('/process-definitions/:key/xml', async ({ params }, reply) =>
    reply
      .type('text/xml; charset=utf-8')
      .send(await queries.processDefinitionXml(pathKey(params.key))),
  )
}
