import type { Orchestration } from '@tenon/orchestration'
import { SecretSeal } from '@tenon/orchestration/secret-seal'
import type { Step } from './core/step.ts'
import { EngineCommands } from './engine-commands.ts'
import { EngineClock } from './due/engine-clock.ts'
import { Messages } from './events/messages.ts'
import { openHistory } from './history/open-history.ts'
import { EngineJobs } from './jobs/jobs.ts'
import { GroupCommit } from './storage/group-commit.ts'
import { openDatabase } from './storage/open-database.ts'
import { Transaction } from './storage/transaction.ts'
import { Timers } from './timers/timers.ts'
import { WaitingCreators } from './waiting-creators.ts'
import { Watchers } from './watchers.ts'
import { WorkLeft } from './work-left.ts'

export interface EngineOptions {
  /** Made when it is missing; belongs to one process at a time. */
  readonly folder: string
  /** Of `now()` and `today()` in FEEL: a name such as `Europe/Berlin`, or an offset; default UTC. */
  readonly timeZone?: string
  /** Epoch milliseconds; default the clock of the system. */
  readonly now?: () => number
  /** Whether the clock may be pinned, as tests of models need it; default false. */
  readonly isClockPinnable?: boolean
}

/** The embedded engine. */
export interface Engine extends Orchestration {
  /** Stays the same for the life of the data folder. */
  readonly installationId: string
  readonly secretSeal: SecretSeal
  /** Finishes what waits and lets go of the data folder. */
  close(): Promise<void>
}

/**
 * Opens the engine on its data folder, exactly where it was. Throws `EngineError` where the folder
 * cannot be used.
 */
export const openEngine = (options: EngineOptions): Engine => {
  const { folder, timeZone = 'UTC', now = Date.now, isClockPinnable = false } = options
  const database = openDatabase(folder)
  const secretSeal = new SecretSeal(database.installationKey)
  const creators = new WaitingCreators()
  const watchers = new Watchers()
  const clock = new EngineClock(now)
  const commits = new GroupCommit({
    transaction: new Transaction(database.writer, secretSeal, timeZone),
    reopen: () => new Transaction(database.reopen(), secretSeal, timeZone),
    now: clock.now,
    onCommitted: (steps) => {
      for (const step of steps) onCommitted(step)
      watchers.onCommitted(steps)
    },
  })
  const jobs = new EngineJobs(commits, clock)
  const timers = new Timers(commits, clock)
  const messages = new Messages(commits, clock)
  const history = openHistory(database.path)
  const workLeft = new WorkLeft(commits)

  const onCommitted = (step: Step): void => {
    jobs.onCommitted(step)
    timers.onCommitted(step)
    if (step.processInstance.endedAt !== null) creators.onEnded(step)
    if (step.processInstance.workLeft.length > 0) workLeft.continue(step.processInstance.key)
  }

  return {
    commands: new EngineCommands(commits, {
      ...{ creators, watchers, messages, timers },
      clock: isClockPinnable ? clock : undefined,
    }),
    jobs,
    queries: { ...history, watch: (listener) => watchers.watch(listener) },
    installationId: database.installationId,
    secretSeal,
    close: async () => {
      await jobs.close()
      messages.close()
      timers.close()
      workLeft.close()
      creators.close()
      await commits.close()
      await history.close()
      database.close()
    },
  }
}
