import type { FastifyInstance } from 'fastify'
import type { ProductContext } from './product-context.ts'

/** `GET /events`: what changes, as server-sent events, resumed by `Last-Event-ID`. */
export const eventRoutes = (app: FastifyInstance, { events }: ProductContext): void => {
  // Without its HEAD, which would open a stream that nobody reads.
  app.get('/events', { exposeHeadRoute: false }, ({ headers }, reply) => {
    const lastEventId = headers['last-event-id']
    const id = typeof lastEventId === 'string' ? lastEventId : undefined
    return reply.type('text/event-stream').send(events.open(id))
  })
}
