import type { ElementInstance } from '@tenon/orchestration'
import type { FastifyInstance } from 'fastify'
import { pathKey } from '../../path-key.ts'
import type { RouteContext } from './route-context.ts'
import { search } from './search.ts'

/** `POST /element-instances/search` and `GET /element-instances/{elementInstanceKey}` */
export const elementInstanceRoutes = (app: FastifyInstance, context: RouteContext): void => {
  app.post('/element-instances/search', async ({ body }) => {
    const { items, page } = await search(context, 'element-instances', body)
    return { items: items.map(withName), page }
  })

  app.get<{ Params: { key: string } }>('/element-instances/:key', async ({ params }) =>
    withName(await context.orchestration.queries.get('element-instances', pathKey(params.key))),
  )
}

/** On the wire a name is required: an element without one has its id, as in Camunda. */
const withName = (item: ElementInstance): ElementInstance =>
  item.elementName === null ? { ...item, elementName: item.elementId } : item
