import { expect, it, onTestFailed } from 'vitest'
import { Clock } from './clock.ts'
import { DataFolder } from './data-folder.ts'
import { failingSeeds } from './failing-seeds.ts'
import { simulate } from './simulate.ts'

/** Files among which the cases are divided, so that they run at the same time. */
const shards = 2

const fixedCases = 10_000
const longCases = 100_000

/** On average; many times what one takes. */
const caseTimeoutMs = 200

/**
 * Tests a share of the cases: those with the fixed seeds, or with `npm run test:long` as many as
 * `SIMULATION_CASES` says with seeds that nobody has tried; or the one of `SIMULATION_SEED`.
 */
export const simulateShard = (shard: number): void => {
  const seeds = allSeeds().filter((_, at) => at % shards === shard)
  it.skipIf(seeds.length === 0)(
    `${seeds.length} cases hold exactly what was acknowledged`,
    { timeout: 60_000 + seeds.length * caseTimeoutMs },
    async () => {
      using empty = await DataFolder.empty()
      using clock = new Clock()
      const done: number[] = []
      // A case that never ends throws nothing that could name its seed.
      onTestFailed(() => console.error(`Seed ${seeds[done.length]} has failed`))
      for (const seed of seeds) {
        await simulate(seed, { clock, empty })
        done.push(seed)
      }
      expect(done).toEqual(seeds)
    },
  )
}

const allSeeds = (): readonly number[] => {
  const { SIMULATION_SEED: one, SIMULATION_CASES: cases, MODE: mode } = process.env
  if (one !== undefined) return [Number(one)]
  const isFresh = mode === 'long' || cases !== undefined
  const count = Number(cases ?? (isFresh ? longCases : fixedCases))
  const first = isFresh ? Math.floor(Math.random() * 2 ** 31) : 0
  return [...failingSeeds, ...Array.from({ length: count }, (_, at) => first + at)]
}
