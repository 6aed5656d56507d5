import type { DeployedProcessDefinition } from '@tenon/orchestration'
import type { Deployed, ModelSummary } from '@tenon/runtime/database'
import type { FastifyInstance } from 'fastify'
import { limits } from '../../limits.ts'
import { parseDeploymentOfModel, parseModel, parseModelChanges } from './model-requests.ts'
import type { ProductContext } from './product-context.ts'
import { resourceNameOf } from './resource-name.ts'

interface ModelRoute {
  readonly Params: { readonly id: string }
}

/** `/models`: the drafts, and their deployment. */
export const modelRoutes = (app: FastifyInstance, context: ProductContext): void => {
  const { models, events } = context
  const options = { bodyLimit: limits.modelJsonBytesMax }
  const told = async <Result>(change: Promise<Result>): Promise<Result> => {
    const result = await change
    events.modelsChanged()
    return result
  }

  app.get('/models', async () => ({ items: await models.list() }))

  app.post('/models', options, async ({ body }, reply) => {
    const model = await told(models.create(parseModel(body)))
    return reply.code(201).send(model)
  })

  app.get<ModelRoute>('/models/:id', ({ params }) => models.get(params.id))

  app.patch<ModelRoute>('/models/:id', options, ({ params, body }) =>
    told(models.change(params.id, parseModelChanges(body))),
  )

  app.delete<ModelRoute>('/models/:id', async ({ params }, reply) => {
    await told(models.delete(params.id))
    return reply.code(204).send()
  })

  app.post<ModelRoute>('/models/:id/restoration', ({ params }) => told(models.restore(params.id)))

  app.post<ModelRoute>('/models/:id/deployment', ({ params, body }) =>
    told(deploy(context, params.id, parseDeploymentOfModel(body))),
  )
}

interface DeployedModel {
  readonly model: ModelSummary
  readonly processDefinitions: readonly DeployedProcessDefinition[]
}

const deploy = async (
  { models, orchestration }: ProductContext,
  id: string,
  revision: number,
): Promise<DeployedModel> => {
  const { name, xml, ...draft } = await models.get(id, revision)
  const resource = { name: resourceNameOf(name), content: Buffer.from(xml) }
  const { processDefinitions } = await orchestration.commands.deploy([resource])
  const [first] = processDefinitions
  const model =
    first === undefined
      ? { ...draft, name }
      : await models.recordDeployment(id, deployedAs(first, revision))
  return { model, processDefinitions }
}

const deployedAs = (definition: DeployedProcessDefinition, revision: number): Deployed => ({
  revision,
  version: definition.processDefinitionVersion,
  processDefinitionKey: definition.processDefinitionKey,
  processDefinitionId: definition.processDefinitionId,
  at: new Date().toISOString(),
})
