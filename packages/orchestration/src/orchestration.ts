import type { Commands } from './commands.ts'
import type { Jobs } from './jobs.ts'
import type { Queries } from './queries.ts'

/** All that the rest of Tenon knows of an engine. */
export interface Orchestration {
  readonly commands: Commands
  readonly jobs: Jobs
  readonly queries: Queries
}
