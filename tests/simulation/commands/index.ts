import type { World } from '../world.ts'
import { activateJobs } from './activate-jobs.ts'
import { cancelInstance } from './cancel-instance.ts'
import type { Command, CommandKind } from './command.ts'
import { completeJob } from './complete-job.ts'
import { createInstance } from './create-instance.ts'
import { failJob } from './fail-job.ts'
import { resolveIncident } from './resolve-incident.ts'
import { setVariables } from './set-variables.ts'
import { throwJobError } from './throw-job-error.ts'
import { updateRetries, updateTimeout } from './update-job.ts'

/** The one list of commands; each kind has its file. */
const kinds: readonly CommandKind[] = [
  ...[createInstance, cancelInstance, activateJobs, completeJob, failJob],
  ...[throwJobError, updateRetries, updateTimeout, resolveIncident, setVariables],
]

/** Any command for which there is something to do it to. */
export const randomCommand = (world: World): Command => choose(world, kinds)

/**
 * One that changes one instance only. What it does is the same when it comes before or after
 * commands on other instances, as when it waits until the definition of its instance is loaded.
 */
export const randomCommandOnInstance = (world: World): Command =>
  choose(
    world,
    kinds.filter((kind) => kind !== activateJobs),
  )

const choose = (world: World, among: readonly CommandKind[]): Command => {
  for (;;) {
    const command = world.random.weighted(among).make(world)
    if (command !== undefined) return command
  }
}
