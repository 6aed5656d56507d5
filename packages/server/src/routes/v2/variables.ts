import { truncateVariable, type Variable } from '@tenon/orchestration'
import { showSecretReferences } from '@tenon/orchestration/secret-seal'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { pathKey } from '../../path-key.ts'
import { parseBody } from '../../request-body.ts'
import type { RouteContext } from './route-context.ts'
import { search } from './search.ts'

const query = z.object({ truncateValues: z.enum(['true', 'false']).optional() })

/**
 * `POST /variables/search`, which shortens long values unless `truncateValues` is false, and
 * `GET /variables/{variableKey}`, which gives all of one.
 */
export const variableRoutes = (app: FastifyInstance, context: RouteContext): void => {
  app.post('/variables/search', async (request) => {
    const { truncateValues } = parseBody(query, request.query)
    const found = await search(context, 'variables', request.body)
    return truncateValues === 'false' ? found : { ...found, items: found.items.map(truncated) }
  })

  app.get<{ Params: { key: string } }>('/variables/:key', async ({ params }) => {
    const key = pathKey(params.key)
    const { isTruncated: _, ...variable } = await context.orchestration.queries.get(
      'variables',
      key,
    )
    return variable
  })
}

/** What is shown first, for half of a sealed reference would be shown as it is. */
const truncated = (variable: Variable): Variable =>
  truncateVariable({ ...variable, value: showSecretReferences(variable.value) })
