import multipart from '@fastify/multipart'
import type { DeployedProcessDefinition } from '@tenon/orchestration'
import type { FastifyPluginAsync } from 'fastify'
import { defaultTenant } from '../../fields.ts'
import { limits } from '../../limits.ts'
import type { RouteContext } from './route-context.ts'
import { readDeployment } from './deployment-upload.ts'

/** `POST /deployments`. A plugin of its own: only it takes multipart, and it takes nothing else. */
export const deploymentRoutes =
  ({ orchestration }: RouteContext): FastifyPluginAsync =>
  async (app) => {
    app.removeAllContentTypeParsers()
    await app.register(multipart, {
      limits: {
        fileSize: limits.resourceBytesMax,
        files: limits.resourcesMax,
        fields: 1,
        fieldSize: 256,
      },
    })
    app.post(
      '/deployments',
      { config: { contentType: 'multipart/form-data' } },
      async (request) => {
        const deployment = await orchestration.commands.deploy(await readDeployment(request))
        return {
          deploymentKey: deployment.deploymentKey,
          tenantId: defaultTenant,
          deployments: deployment.processDefinitions.map(deployed),
        }
      },
    )
  }

const deployed = (processDefinition: DeployedProcessDefinition) => ({
  processDefinition: { ...processDefinition, tenantId: defaultTenant },
  decisionDefinition: null,
  decisionRequirements: null,
  form: null,
  resource: null,
})
