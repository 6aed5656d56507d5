import type { NextStep } from '../run-scenario.ts'
import type { Snapshot } from '../snapshot.ts'
import {
  cancel,
  complete,
  create,
  fail,
  resolve,
  throwError,
  updateRetries,
  type Step,
} from '../step.ts'
import type { Random } from './random-model.ts'

/** Steps after which jobs only complete, and after which nothing is done any more. */
const calmAfter = 30
const stepsMax = 60

/** Starts an instance, and does something with one of the open jobs or incidents at each step. */
export const randomSteps =
  (random: Random): NextStep =>
  (snapshot, done) => {
    if (done === 0) return create({ x: below(random, 5), y: below(random, 5) })
    if (done >= stepsMax) return undefined
    const repair = repairOf(snapshot, random)
    const open = snapshot.jobs.filter(({ isOpen }) => isOpen)
    const job = open[below(random, open.length)]
    if (repair !== undefined && (job === undefined || random() < 0.5)) return repair
    if (job === undefined) return undefined
    return done < calmAfter
      ? workOn(job.element, done, random)
      : complete(job.element, results(done, random))
  }

const workOn = (element: string, done: number, random: Random): Step => {
  const chance = random()
  if (chance < 0.07) return fail(element, { retries: 1, variables: results(done, random) })
  if (chance < 0.14) return fail(element, { retries: 0 })
  if (chance < 0.28) {
    const code = ['GONE', 'LOST', 'OTHER'][below(random, 3)] ?? ''
    return throwError(element, code, results(done, random))
  }
  if (chance < 0.29) return cancel()
  return complete(element, results(done, random))
}

const repairOf = ({ incidents, jobs }: Snapshot, random: Random): Step | undefined => {
  const open = incidents.filter(({ isOpen }) => isOpen)
  const incident = open[below(random, open.length)]
  if (incident === undefined) return undefined
  const { element } = incident
  const job = jobs.find((each) => each.element === element && each.isOpen)
  return job?.retries === 0 ? updateRetries(element, 2) : resolve(element)
}

/** Always new: Zeebe lets a result out of the scope whose variable has that value already. */
const results = (done: number, random: Random): Readonly<Record<string, number>> => {
  const next = (): number => 100 * done + below(random, 50)
  return { result: next(), ...(random() < 0.5 ? { x: next() } : {}) }
}

const below = (random: Random, count: number): number => Math.floor(random() * count)
