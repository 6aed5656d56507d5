import type { FastifyInstance } from 'fastify'
import { defaultTenant } from '../../fields.ts'
import { parseBroadcast, parseCorrelation, parsePublication } from './message-requests.ts'
import type { RouteContext } from './route-context.ts'
import { search } from './search.ts'

/** `/messages`, `/message-subscriptions` and `/signals`: what processes wait for */
export const messageRoutes = (app: FastifyInstance, context: RouteContext): void => {
  const { commands } = context.orchestration

  app.post('/messages/publication', async ({ body }) => ({
    ...(await commands.publishMessage(parsePublication(body))),
    tenantId: defaultTenant,
  }))

  app.post('/messages/correlation', async ({ body }) => ({
    ...(await commands.correlateMessage(parseCorrelation(body))),
    tenantId: defaultTenant,
  }))

  app.post('/signals/broadcast', async ({ body }) => ({
    ...(await commands.broadcastSignal(parseBroadcast(body))),
    tenantId: defaultTenant,
  }))

  app.post('/message-subscriptions/search', ({ body }) =>
    search(context, 'message-subscriptions', body),
  )
}
