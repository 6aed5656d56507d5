import type { Job, Jobs } from '@tenon/orchestration'
import type { FastifyInstance } from 'fastify'
import { signalDisconnect } from '../../closing.ts'
import { defaultTenant } from '../../fields.ts'
import { pathKey } from '../../path-key.ts'
import type { RouteContext } from './route-context.ts'
import {
  parseActivation,
  parseCompletion,
  parseError,
  parseFailure,
  parseUpdate,
} from './job-requests.ts'
import { search } from './search.ts'

interface JobRoute {
  readonly Params: { readonly key: string }
}

/** `/jobs`: search, activate, and answer with completion, failure, error or an update */
export const jobRoutes = (app: FastifyInstance, context: RouteContext): void => {
  const { jobs } = context.orchestration

  app.post('/jobs/search', ({ body }) => search(context, 'jobs', body))

  app.post('/jobs/activation', async ({ body }, reply) => {
    const request = parseActivation(body)
    const disconnected = signalDisconnect(reply)
    const signal = AbortSignal.any([disconnected, context.closing])
    const activated = await jobs.activate(request, signal)
    if (disconnected.aborted) await giveBack(jobs, activated)
    return { jobs: activated.map(shown) }
  })

  app.post<JobRoute>('/jobs/:key/completion', async ({ params, body }, reply) => {
    await jobs.complete(pathKey(params.key), parseCompletion(body))
    return reply.code(204).send()
  })

  app.post<JobRoute>('/jobs/:key/failure', async ({ params, body }, reply) => {
    await jobs.fail(pathKey(params.key), parseFailure(body))
    return reply.code(204).send()
  })

  app.post<JobRoute>('/jobs/:key/error', async ({ params, body }, reply) => {
    await jobs.throwError(pathKey(params.key), parseError(body))
    return reply.code(204).send()
  })

  app.patch<JobRoute>('/jobs/:key', async ({ params, body }, reply) => {
    await jobs.update(pathKey(params.key), parseUpdate(body))
    return reply.code(204).send()
  })
}

/** The client went away while the lease was being committed: others may have the jobs at once. */
const giveBack = async (jobs: Jobs, activated: readonly Job[]): Promise<void> => {
  await Promise.all(activated.map(({ jobKey }) => jobs.update(jobKey, { timeoutMs: 0 })))
}

const shown = (job: Job) => ({
  ...job,
  tenantId: defaultTenant,
  // Nothing calls another process yet.
  rootProcessInstanceKey: job.processInstanceKey,
  kind: 'BPMN_ELEMENT',
  listenerEventType: 'UNSPECIFIED',
  userTask: null,
})
