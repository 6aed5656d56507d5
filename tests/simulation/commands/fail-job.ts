import type { CommandKind } from './command.ts'
import { jobCommand } from './job-command.ts'

export const failJob: CommandKind = {
  weight: 8,
  make: (world) => {
    const { random, model } = world
    const retries = random.below(3)
    const retryBackOffMs = random.oneOf(0, 0, 500, 5_000)
    const variables = random.isTrue(30) ? world.randomVariables() : {}
    const failure = { retries, retryBackOffMs, errorMessage: 'It broke', variables }
    return jobCommand(world, {
      name: `fail with ${JSON.stringify(failure)}`,
      send: (jobs, key) => jobs.fail(key, failure),
      apply: (job) => {
        job.retries = retries
        job.release()
        job.element.setLocal(variables)
        if (retries === 0) {
          job.state = 'FAILED'
          job.element.raiseJobIncident('JOB_NO_RETRIES', job)
        } else if (retryBackOffMs > 0) {
          job.state = 'WAITING'
          job.dueAt = model.now + retryBackOffMs
        }
      },
    })
  },
}
