import { canonicalJson } from '../canonical-json.ts'
import type { Element, Snapshot } from './snapshot.ts'
import type { Step } from './step.ts'
import type { Answer, Refusal } from './tested-engine.ts'

/** What an engine made of a scenario, without its keys and times, so that it can be compared. */
export interface Outcome {
  /** Whether the model was refused; then there is nothing else. */
  readonly isRefused: boolean
  readonly steps: readonly StepOutcome[]
  readonly ending: Ending
}

/** What has changed with a step. */
export interface StepOutcome {
  readonly step: Step
  readonly refusal?: Refusal
  /** Jobs that were handed out, as JSON text. */
  readonly jobs?: readonly string[]
  /** In their order. */
  readonly activated: readonly string[]
  /** Sorted: no search tells the order in which elements end. */
  readonly completed: readonly string[]
  readonly terminated: readonly string[]
  readonly incidents: readonly string[]
}

/** What there is after all steps. */
export interface Ending {
  /** Of the instances in the order of their creation. */
  readonly states: readonly string[]
  /** The elements in the order of their activation. */
  readonly path: readonly string[]
  /** By scope the JSON text of its variables. */
  readonly variables: Readonly<Record<string, string>>
  /** Open ones, such as `JOB_NO_RETRIES at task`. */
  readonly incidents: readonly string[]
  /** Open ones, such as `work at task, 3 retries`. */
  readonly jobs: readonly string[]
  /** The elements of open ones. */
  readonly userTasks: readonly string[]
  /** Of steps, such as `completeJob NOT_FOUND`. */
  readonly refusals: readonly string[]
}

export const stepOutcome = (
  step: Step,
  { refusal, activated }: Answer,
  [before, after]: readonly [Snapshot, Snapshot],
): StepOutcome => {
  const known = new Map(before.elements.map((element) => [element.key, element]))
  const ended = (state: Element['state']): readonly string[] =>
    after.elements
      .filter((element) => element.state === state && known.get(element.key)?.state !== state)
      .map(({ id }) => id)
      .toSorted()
  const incidents = new Set(before.incidents.map(({ key }) => key))
  return {
    step,
    ...(refusal === undefined ? {} : { refusal }),
    ...(activated === undefined ? {} : { jobs: activated.map((job) => canonicalJson({ ...job })) }),
    activated: after.elements
      .filter(({ key }) => !known.has(key))
      .map(({ id, type }) => `${id} ${type}`),
    completed: ended('COMPLETED'),
    terminated: ended('TERMINATED'),
    incidents: after.incidents.filter(({ key }) => !incidents.has(key)).map(describeIncident),
  }
}

export const endingOf = (snapshot: Snapshot, steps: readonly StepOutcome[]): Ending => {
  const { instances, elements, incidents, jobs, userTasks } = snapshot
  return {
    states: instances.map(({ state }) => state),
    path: elements.map(({ id }) => id),
    variables: variablesOf(snapshot),
    incidents: incidents.filter(({ isOpen }) => isOpen).map(describeIncident),
    jobs: jobs
      .filter(({ isOpen }) => isOpen)
      .map(({ element, type, retries }) => `${type} at ${element}, ${retries} retries`),
    userTasks: userTasks.filter(({ isOpen }) => isOpen).map(({ element }) => element),
    refusals: steps.flatMap(({ step, refusal }) =>
      refusal === undefined ? [] : [`${step.kind} ${refusal}`],
    ),
  }
}

const describeIncident = ({
  errorType,
  element,
}: {
  readonly errorType: string
  readonly element: string
}): string => `${errorType} at ${element}`

const variablesOf = ({
  instances,
  elements,
  variables,
}: Snapshot): Readonly<Record<string, string>> => {
  const scopes = new Map([
    ...named(instances.map(({ key, process }) => ({ key, id: process }))),
    ...named(elements),
  ])
  const values = new Map<string, string[]>()
  const sorted = variables.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  for (const { scopeKey, name, value } of sorted) {
    const scope = scopes.get(scopeKey) ?? `unknown scope ${scopeKey}`
    values.set(scope, [...(values.get(scope) ?? []), `${JSON.stringify(name)}:${value}`])
  }
  return Object.fromEntries(
    [...values].map(([scope, entries]) => [scope, `{${entries.join(',')}}`]),
  )
}

/** Names by key: the id, from the second of the same id on with a number, as in `task#2`. */
const named = (
  all: readonly { readonly key: string; readonly id: string }[],
): ReadonlyMap<string, string> => {
  const counts = new Map<string, number>()
  return new Map(
    all.map(({ key, id }) => {
      const count = (counts.get(id) ?? 0) + 1
      counts.set(id, count)
      return [key, count === 1 ? id : `${id}#${count}`]
    }),
  )
}
