import type { CommandKind } from './command.ts'
import { jobCommand } from './job-command.ts'

export const completeJob: CommandKind = {
  weight: 30,
  make: (world) => {
    const variables = world.randomVariables()
    return jobCommand(world, {
      name: `complete with ${JSON.stringify(variables)}`,
      send: (jobs, key) => jobs.complete(key, variables),
      apply: (job) => job.onCompleted(variables),
    })
  },
}
