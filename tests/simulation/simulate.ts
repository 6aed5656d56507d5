import { Case } from './case.ts'
import type { Clock } from './clock.ts'
import type { DataFolder } from './data-folder.ts'
import { Machine } from './machine.ts'
import { Random } from './random.ts'
import { World } from './world.ts'

/** What cases share. */
export interface Surroundings {
  readonly clock: Clock
  /** Copied for each case. */
  readonly empty: DataFolder
}

/** Runs the case of a seed; throws with all that is needed to see it again. */
export const simulate = async (seed: number, { clock, empty }: Surroundings): Promise<void> => {
  const world = new World(new Random(seed), clock)
  const log: string[] = []
  await using machine = new Machine(empty.copy(), clock)
  try {
    await new Case(world, machine, log).run()
  } catch (error) {
    throw failed({ seed, world, log }, error)
  }
}

interface Failed {
  readonly seed: number
  readonly world: World
  readonly log: readonly string[]
}

const failed = ({ seed, world, log }: Failed, cause: unknown): Error =>
  new Error(
    [
      `Seed ${seed} fails. Run it alone with SIMULATION_SEED=${seed} npx vitest run tests/simulation`,
      ...world.processes.map(({ xml }) => xml),
      ...log,
      cause instanceof Error ? cause.message : String(cause),
    ].join('\n'),
    { cause },
  )
