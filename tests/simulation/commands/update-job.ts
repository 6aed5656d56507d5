import type { CommandKind } from './command.ts'
import { jobCommand } from './job-command.ts'

export const updateRetries: CommandKind = {
  weight: 5,
  make: (world) => {
    const retries = 1 + world.random.below(3)
    return jobCommand(world, {
      name: `set retries to ${retries}`,
      isAllowed: () => true,
      send: (jobs, key) => jobs.update(key, { retries }),
      apply: (job) => {
        job.retries = retries
      },
    })
  },
}

export const updateTimeout: CommandKind = {
  weight: 3,
  make: (world) => {
    const timeoutMs = 1_000 * world.random.below(20)
    return jobCommand(world, {
      name: `set timeout to ${timeoutMs} ms`,
      isAllowed: ({ state }) => state === 'LEASED',
      send: (jobs, key) => jobs.update(key, { timeoutMs }),
      apply: (job) => {
        job.dueAt = world.model.now + timeoutMs
      },
    })
  },
}
