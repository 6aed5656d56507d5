import type { Jobs } from '@tenon/orchestration'
import type { ModelJob } from '../model/model-job.ts'
import type { Random } from '../random.ts'
import type { World } from '../world.ts'
import type { Command } from './command.ts'

/** Something that a client asks of a job. */
export interface JobRequest {
  readonly name: string
  readonly send: (jobs: Jobs, jobKey: string) => Promise<void>
  readonly apply: (job: ModelJob) => void
  /** Whether the job is in a state for it; default while a worker may answer it. */
  readonly isAllowed?: (job: ModelJob) => boolean
}

/** The command for a job, mostly an open one; undefined where there are none. */
export const jobCommand = ({ random, jobs }: World, request: JobRequest): Command | undefined => {
  const found = randomJob(random, [...jobs])
  if (found === undefined) return undefined
  const [job, jobKey] = found
  const isAllowed = request.isAllowed ?? (({ isAnswerable }: ModelJob) => isAnswerable)
  return {
    name: `${request.name}, job ${jobKey} of ${job.element.id}`,
    refusal: () => {
      if (!job.isOpen) return 'NOT_FOUND'
      return isAllowed(job) ? undefined : 'INVALID_STATE'
    },
    send: async ({ jobs: api }) => {
      await request.send(api, jobKey)
      return () => request.apply(job)
    },
  }
}

type KnownJob = readonly [ModelJob, string]

const randomJob = (random: Random, all: readonly KnownJob[]): KnownJob | undefined => {
  const open = all.filter(([job]) => job.isOpen)
  return random.pick(open.length > 0 && random.isTrue(90) ? open : all)
}
