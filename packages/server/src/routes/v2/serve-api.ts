import { showSecretReferences } from '@tenon/orchestration/secret-seal'
import type { FastifyPluginAsync } from 'fastify'
import { apiHeaders } from '../api-headers.ts'
import type { RouteContext } from './route-context.ts'
import { clockRoutes } from './clock.ts'
import { deploymentRoutes } from './deployments.ts'
import { elementInstanceRoutes } from './element-instances.ts'
import { incidentRoutes } from './incidents.ts'
import { jobRoutes } from './jobs.ts'
import { messageRoutes } from './messages.ts'
import { processDefinitionRoutes } from './process-definitions.ts'
import { processInstanceRoutes } from './process-instances.ts'
import { topologyRoutes } from './topology.ts'
import { variableRoutes } from './variables.ts'

/** Camunda's Orchestration Cluster REST API v2 (8.9), as far as Tenon has it. */
export const serveApi =
  (context: RouteContext): FastifyPluginAsync =>
  async (app) => {
    app.addHook('onRequest', (_request, reply, done) => {
      reply.headers(apiHeaders)
      done()
    })
    // No sealed reference leaves: a variable or a message may hold one.
    app.setReplySerializer((answer) => showSecretReferences(JSON.stringify(answer)))
    topologyRoutes(app, context)
    processDefinitionRoutes(app, context)
    processInstanceRoutes(app, context)
    elementInstanceRoutes(app, context)
    variableRoutes(app, context)
    incidentRoutes(app, context)
    jobRoutes(app, context)
    messageRoutes(app, context)
    clockRoutes(app, context)
    await app.register(deploymentRoutes(context))
  }
