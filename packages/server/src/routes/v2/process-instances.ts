import type { CreatedProcessInstance } from '@tenon/orchestration'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { signalDisconnect } from '../../closing.ts'
import { defaultTenant, operationReference } from '../../fields.ts'
import { pathKey } from '../../path-key.ts'
import { parseOptionalBody } from '../../request-body.ts'
import type { RouteContext } from './route-context.ts'
import { parseCreation } from './process-instance-creation.ts'
import { search } from './search.ts'

const cancellation = z.strictObject({ operationReference: operationReference.nullish() })

/** `/process-instances`: start, read, search and cancel */
export const processInstanceRoutes = (app: FastifyInstance, context: RouteContext): void => {
  const { commands, queries } = context.orchestration

  app.post('/process-instances', async ({ body }, reply) => {
    const { awaitCompletion, ...request } = parseCreation(body)
    if (awaitCompletion === undefined) return created(await commands.createProcessInstance(request))
    const signal = AbortSignal.any([signalDisconnect(reply), context.closing])
    const awaited = { ...request, awaitCompletion: { ...awaitCompletion, signal } }
    return created(await commands.createProcessInstance(awaited))
  })

  app.post('/process-instances/search', ({ body }) => search(context, 'process-instances', body))

  app.get<{ Params: { key: string } }>('/process-instances/:key', ({ params }) =>
    queries.get('process-instances', pathKey(params.key)),
  )

  app.post<{ Params: { key: string } }>(
    '/process-instances/:key/cancellation',
    async (request, reply) => {
      parseOptionalBody(cancellation, request.body)
      await commands.cancelProcessInstance(pathKey(request.params.key))
      return reply.code(204).send()
    },
  )
}

const created = (instance: CreatedProcessInstance) => ({
  processDefinitionId: instance.processDefinitionId,
  processDefinitionVersion: instance.processDefinitionVersion,
  processDefinitionKey: instance.processDefinitionKey,
  processInstanceKey: instance.processInstanceKey,
  tenantId: defaultTenant,
  variables: instance.variables,
  tags: instance.tags,
  businessId: null,
})
