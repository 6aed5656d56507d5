import { expect } from 'vitest'
import type { ActivateJobs, Job } from '@tenon/orchestration'
import { jobTypes } from '../blocks/task.ts'
import type { ModelJob } from '../model/model-job.ts'
import type { World } from '../world.ts'
import type { CommandKind } from './command.ts'

export const activateJobs: CommandKind = {
  weight: 24,
  make: (world) => {
    const { random } = world
    const request = {
      type: random.oneOf(...jobTypes),
      worker: random.oneOf('one', 'two'),
      timeoutMs: 1_000 * (1 + random.below(30)),
      maxJobsToActivate: 1 + random.below(4),
      requestTimeoutMs: 0,
    }
    const { type, timeoutMs, maxJobsToActivate } = request
    return {
      name: `activate ${maxJobsToActivate} of ${type} for ${timeoutMs} ms`,
      refusal: () => undefined,
      send: async ({ jobs }) => {
        const leased = await jobs.activate(request)
        return () => lease(world, request, leased)
      },
    }
  },
}

const lease = (world: World, request: ActivateJobs, leased: readonly Job[]): void => {
  const available = world.model.jobs.filter(
    ({ type, state }) => type === request.type && state === 'AVAILABLE',
  )
  expect(leased.length, 'leased jobs').toBeLessThanOrEqual(request.maxJobsToActivate)
  // Those of a definition that is not loaded yet may be left for the next time.
  if (available.length > 0) expect(leased.length, 'leased jobs').toBeGreaterThan(0)
  const taken = leased.map((job) => leaseOne(world, request, job))
  const left = available.filter((job) => !taken.includes(job))
  const youngest = Math.max(...taken.map(({ age }) => age))
  const oldest = Math.min(...left.map(({ age }) => age))
  expect(youngest, 'age of jobs leased before older ones').toBeLessThanOrEqual(oldest)
}

const leaseOne = (world: World, { worker, timeoutMs }: ActivateJobs, leased: Job): ModelJob => {
  const job = world.jobOf(leased)
  expect(job.state, `state of job ${leased.jobKey}`).toBe('AVAILABLE')
  job.state = 'LEASED'
  job.worker = worker
  job.dueAt = world.model.now + timeoutMs
  const { type, retries, dueAt: deadline, element } = job
  const variables = element.visibleVariables()
  expect(leased).toMatchObject({ type, worker, retries, deadline, elementId: element.id })
  expect(leased.variables).toEqual(variables)
  return job
}
