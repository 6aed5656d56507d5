import type { ElementInstance } from '@tenon/orchestration'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { jsonObject, operationReference } from '../../fields.ts'
import { pathKey } from '../../path-key.ts'
import { parseBody } from '../../request-body.ts'
import type { RouteContext } from './route-context.ts'
import { search } from './search.ts'

const variablesChange = z.strictObject({
  variables: jsonObject,
  local: z.boolean().nullish(),
  operationReference: operationReference.nullish(),
})

interface ElementInstanceRoute {
  readonly Params: { readonly key: string }
}

/** `/element-instances`: search, read, and set variables */
export const elementInstanceRoutes = (app: FastifyInstance, context: RouteContext): void => {
  const { commands, queries } = context.orchestration

  app.post('/element-instances/search', async ({ body }) => {
    const { items, page } = await search(context, 'element-instances', body)
    return { items: items.map(withName), page }
  })

  app.get<ElementInstanceRoute>('/element-instances/:key', async ({ params }) =>
    withName(await queries.get('element-instances', pathKey(params.key))),
  )

  // The key may be that of a process instance too.
  app.put<ElementInstanceRoute>('/element-instances/:key/variables', async (request, reply) => {
    const { variables, local } = parseBody(variablesChange, request.body)
    await commands.setVariables(pathKey(request.params.key), variables, { local: local ?? false })
    return reply.code(204).send()
  })
}

/** On the wire a name is required: an element without one has its id, as in Camunda. */
const withName = (item: ElementInstance): ElementInstance =>
  item.elementName === null ? { ...item, elementName: item.elementId } : item
