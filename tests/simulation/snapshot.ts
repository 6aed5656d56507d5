import type { IncidentErrorType, Json } from '@tenon/orchestration'
import type { InstanceState } from '@tenon/engine/testing'
import type { ModelElement } from './model/model-element.ts'
import type { ModelInstance } from './model/model-instance.ts'

/** What is to be equal of an element, in the model and in the engine. */
interface Facts {
  readonly id: string
  readonly phase: string
  readonly variables: Readonly<Record<string, Json>>
  readonly arrived: Readonly<Record<string, number>>
  readonly job: object | null
  readonly incident: IncidentErrorType | null
}

/** An element with what goes on in it, in an order that does not depend on keys. */
export interface Snapshot<Source> {
  readonly facts: Facts
  readonly source: Source
  readonly children: readonly Snapshot<Source>[]
  /** Its facts and its children's. */
  readonly text: string
}

/** Where things of an element are stored. */
export interface Keys {
  readonly element: number
  readonly job: number | undefined
  readonly incident: number | undefined
}

const snapshot = <Source>(
  facts: Facts,
  source: Source,
  unordered: readonly Snapshot<Source>[],
): Snapshot<Source> => {
  const children = unordered.toSorted((one, other) => (one.text < other.text ? -1 : 1))
  const inner = children.map(({ text }) => text.replaceAll(/^/gm, '  '))
  return { facts, source, children, text: [JSON.stringify(facts), ...inner].join('\n') }
}

export const snapshotOfModel = ({ root }: ModelInstance): Snapshot<ModelElement> => ofModel(root)

const ofModel = (element: ModelElement): Snapshot<ModelElement> => {
  const { id, phase, variables, arrived, incident, job } = element
  const facts = {
    id,
    phase,
    variables: sorted(variables),
    arrived: sorted(arrived),
    job: job === null ? null : jobFacts(job),
    incident: incident?.errorType ?? null,
  }
  return snapshot(facts, element, [...element.children].map(ofModel))
}

export const snapshotOfStored = (state: InstanceState): Snapshot<Keys> => {
  const key = state.processInstance?.key ?? 0
  return ofStored(state, { key, elementId: '', phase: 'ACTIVE', incidentKey: null })
}

const ofStored = (
  state: InstanceState,
  { key, elementId, phase, incidentKey }: StoredElement,
): Snapshot<Keys> => {
  const [job, anotherJob] = state.jobs.of(key)
  if (anotherJob !== undefined) throw new Error(`${elementId} has more than one job`)
  const incident = incidentKey === null ? undefined : state.incidents.get(incidentKey)
  const variables = [...state.variablesOf(key)].map(
    ([name, { value }]) => [name, value.json] as const,
  )
  const facts = {
    id: elementId,
    phase,
    variables: sorted(variables),
    arrived: tokensAtJoins(state, key),
    job: job === undefined ? null : jobFacts(job),
    incident: incident?.errorType ?? null,
  }
  const keys = { element: key, job: job?.key, incident: incident?.key }
  return snapshot(
    facts,
    keys,
    state.elements.of(key).map((child) => ofStored(state, child)),
  )
}

interface StoredElement {
  readonly key: number
  readonly elementId: string
  readonly phase: string
  readonly incidentKey: number | null
}

const tokensAtJoins = (
  state: InstanceState,
  scopeKey: number,
): Readonly<Record<string, number>> => {
  const counts = new Map<string, number>()
  for (const { elementId, count } of state.arrivedFlows.get(scopeKey)?.values() ?? []) {
    counts.set(elementId, (counts.get(elementId) ?? 0) + count)
  }
  return sorted(counts)
}

const jobFacts = ({ type, state, retries, worker, dueAt }: JobFacts): JobFacts => ({
  type,
  state,
  retries,
  worker,
  dueAt,
})

interface JobFacts {
  readonly type: string
  readonly state: string
  readonly retries: number
  readonly worker: string
  readonly dueAt: number | null
}

const sorted = <Value>(
  entries: Iterable<readonly [string, Value]>,
): Readonly<Record<string, Value>> =>
  Object.fromEntries([...entries].toSorted(([one], [other]) => (one < other ? -1 : 1)))
