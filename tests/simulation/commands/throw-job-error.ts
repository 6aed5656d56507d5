import { randomCode } from '../blocks/errors.ts'
import { throwError } from '../model/throw-error.ts'
import type { CommandKind } from './command.ts'
import { jobCommand } from './job-command.ts'

export const throwJobError: CommandKind = {
  weight: 8,
  make: (world) => {
    const errorCode = randomCode(world.random)
    const variables = world.randomVariables()
    return jobCommand(world, {
      name: `throw error ${errorCode} with ${JSON.stringify(variables)}`,
      send: (jobs, key) => jobs.throwError(key, { errorCode, errorMessage: '', variables }),
      apply: (job) => {
        if (throwError(job.element, errorCode, variables)) return
        job.release()
        job.state = 'ERROR_THROWN'
        job.element.raiseJobIncident('UNHANDLED_ERROR_EVENT', job)
      },
    })
  },
}
