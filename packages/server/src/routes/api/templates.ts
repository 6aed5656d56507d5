import type { FastifyInstance } from 'fastify'
import type { ProductContext } from './product-context.ts'

/** `GET /templates`: those of connectors and those in the data folder. */
export const templateRoutes = (app: FastifyInstance, { templates }: ProductContext): void => {
  app.get('/templates', () => templates.list())
}
