import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { RouteContext } from './route-context.ts'

/** The version of Camunda whose API this is: clients decide by it what they may call. */
const apiVersion = '8.9.0'

/** `GET /topology`: one healthy broker, which is this process. */
export const topologyRoutes = (app: FastifyInstance, { installationId }: RouteContext): void => {
  app.get('/topology', (request) => ({
    brokers: [
      {
        nodeId: 0,
        ...addressOf(request),
        version: apiVersion,
        partitions: [{ partitionId: 1, role: 'leader', health: 'healthy' }],
      },
    ],
    clusterId: installationId,
    clusterSize: 1,
    partitionsCount: 1,
    replicationFactor: 1,
    gatewayVersion: apiVersion,
    // No change of the cluster was ever made.
    lastCompletedChangeId: '-1',
  }))
}

/** The address by which the client reached us, which is the one it can use. */
const addressOf = (request: FastifyRequest): { readonly host: string; readonly port: number } => {
  const { hostname, port } = new URL(`http://${request.host}`)
  return { host: hostname, port: port === '' ? 80 : Number(port) }
}
