import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canonicalJson } from '../canonical-json.ts'
import { randomFrom } from '../random.ts'
import { findZeebe } from '../zeebe/find-zeebe.ts'
import { allScenarios } from './all-scenarios.ts'
import { expectedDifferences, keyOf } from './expected-differences.ts'
import type { Outcome } from './outcome.ts'
import { randomModel } from './random/random-model.ts'
import { randomSteps } from './random/random-steps.ts'
import { inOrder, runScenario } from './run-scenario.ts'
import type { Expectation, Scenario } from './scenario.ts'
import { Tenon } from './tenon.ts'
import type { TestedEngine } from './tested-engine.ts'
import { Zeebe } from './zeebe.ts'

const isRequired = process.env['TENON_SERVICES'] === 'required'
const found = await findZeebe()
const skipped = found.missing === undefined || isRequired ? '' : ` (skipped: ${found.missing})`
const differences = expectedDifferences()

/** Of the random models. */
const seeds = Array.from({ length: 300 }, (_, index) => index + 1)

const tenon = new Tenon()
afterAll(() => tenon.close())

const run = (engine: TestedEngine, { model, steps }: Scenario): Promise<Outcome> =>
  runScenario(engine, model, inOrder(steps))

describe.each([...allScenarios])('%s', (_, scenarios) => {
  it.each(scenarios)('$name', async (scenario) => {
    const outcome = await run(tenon, scenario)

    expect(outcome).toMatchObject(expectedOutcome(scenario.expected))
  })
})

const expectedOutcome = (expectation: Expectation): object => {
  if (expectation === 'refused' || expectation === 'deployed')
    return { isRefused: expectation === 'refused' }
  const { variables, ...ending } = expectation
  if (variables === undefined) return { isRefused: false, ending }
  const texts = Object.entries(variables).map(([scope, values]) => [scope, canonicalJson(values)])
  return { isRefused: false, ending: { ...ending, variables: Object.fromEntries(texts) } }
}

describe('A random model', () => {
  it.each(seeds)('of seed %i is never left without work while it is active', async (seed) => {
    const { model, outcome } = await runRandomModel(tenon, seed)

    const { isRefused, ending } = outcome
    const isActive = ending.states.includes('ACTIVE')
    expect({ model, isRefused, isActive }).toEqual({
      model,
      isRefused: false,
      isActive: ending.jobs.length > 0,
    })
  })
})

const runRandomModel = async (
  engine: TestedEngine,
  seed: number,
): Promise<{ readonly model: string; readonly outcome: Outcome }> => {
  const random = randomFrom(seed)
  const model = randomModel(random)
  return { model, outcome: await runScenario(engine, model, randomSteps(random)) }
}

describe.skipIf(skipped !== '')(`Tenon and Zeebe${skipped}`, { timeout: 60_000 }, () => {
  let zeebe: Zeebe

  beforeAll(() => {
    if (found.missing !== undefined) throw new Error(found.missing)
    zeebe = new Zeebe(found)
    return () => zeebe.close()
  })

  it.each(seeds)('run the random model of seed %i alike', async (seed) => {
    const { model, outcome } = await runRandomModel(tenon, seed)
    const steps = outcome.steps.map(({ step }) => step)

    const theirs = await runScenario(zeebe, model, inOrder(steps))

    // With the model, so that a failure shows it.
    expect({ model, ...outcome }).toEqual({ model, ...theirs })
  })

  describe.each([...allScenarios])('%s', (about, scenarios) => {
    it.each(scenarios)('$name', async (scenario) => {
      const theirs = await run(zeebe, scenario)
      const ours = await run(tenon, scenario)

      // What agrees by now has to leave expected-differences.txt, so that the list only shrinks.
      if (differences.has(keyOf(about, scenario.name))) expect(ours).not.toEqual(theirs)
      else expect(ours).toEqual(theirs)
    })
  })
})

describe('the expected differences', () => {
  it('are scenarios that are compared', () => {
    const known = [...allScenarios].flatMap(([about, scenarios]) =>
      scenarios.map(({ name }) => keyOf(about, name)),
    )

    expect(new Set(known).size).toBe(known.length)
    expect([...differences.keys()].filter((key) => !known.includes(key))).toEqual([])
  })
})
