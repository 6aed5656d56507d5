import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { operationReference } from '../../fields.ts'
import { pathKey } from '../../path-key.ts'
import { parseOptionalBody } from '../../request-body.ts'
import type { RouteContext } from './route-context.ts'
import { search } from './search.ts'

const resolution = z.strictObject({ operationReference: operationReference.nullish() })

/** `/incidents`: search, read and resolve */
export const incidentRoutes = (app: FastifyInstance, context: RouteContext): void => {
  const { commands, queries } = context.orchestration
  app.post('/incidents/search', ({ body }) => search(context, 'incidents', body))

  app.get<{ Params: { key: string } }>('/incidents/:key', ({ params }) =>
    queries.get('incidents', pathKey(params.key)),
  )

  app.post<{ Params: { key: string } }>('/incidents/:key/resolution', async (request, reply) => {
    parseOptionalBody(resolution, request.body)
    await commands.resolveIncident(pathKey(request.params.key))
    return reply.code(204).send()
  })
}
