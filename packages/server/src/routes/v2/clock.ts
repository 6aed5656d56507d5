import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { parseBody } from '../../request-body.ts'
import type { RouteContext } from './route-context.ts'

const pinning = z.strictObject({ timestamp: z.number() })

/** `/clock`: pin and reset */
export const clockRoutes = (app: FastifyInstance, { orchestration }: RouteContext): void => {
  const { commands } = orchestration

  app.put('/clock', async ({ body }, reply) => {
    await commands.pinClock(parseBody(pinning, body).timestamp)
    return reply.code(204).send()
  })

  app.post('/clock/reset', async (_request, reply) => {
    await commands.resetClock()
    return reply.code(204).send()
  })
}
