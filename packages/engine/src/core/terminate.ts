import { endLoop } from './loop-state.ts'
import { resolveIncidentRow } from './resolve-incident.ts'
import type { ElementInstance } from './rows.ts'
import type { Step } from './step.ts'
import { closeWaits } from './waits.ts'

/** Ends an element with all that is in it. */
export const terminateElement = (step: Step, instance: ElementInstance): void =>
  terminate(step, [instance])

/** Ends all that goes on in a scope, and its other event sub-processes, but not the scope. */
export const terminateChildren = (step: Step, scopeKey: number): void => {
  endTokens(step, scopeKey)
  closeWaits(step, scopeKey, step.eventsIn(scopeKey))
  terminate(step, step.state.elements.of(scopeKey))
}

/** Ends all else that goes on in the scope of an element. */
export const terminateSiblings = (step: Step, { key, scopeKey }: ElementInstance): void => {
  endTokens(step, scopeKey)
  terminate(
    step,
    step.state.elements.of(scopeKey).filter((sibling) => sibling.key !== key),
  )
}

/**
 * Level by level from the outside, as Zeebe does: an element without children ends at once, another
 * one right after the last of its children.
 */
const terminate = (step: Step, roots: readonly ElementInstance[]): void => {
  const ending = [...roots]
  // Grows as it is gone through.
  for (const instance of ending) ending.push(...step.state.elements.of(instance.key))
  const keys = new Set(ending.map(({ key }) => key))
  for (const { key } of ending) endUpwards(step, key, keys)
}

const endUpwards = (step: Step, key: number, ending: ReadonlySet<number>): void => {
  const instance = step.state.elements.get(key)
  if (instance === undefined || step.state.elements.hasAny(key)) return
  endElement(step, instance)
  if (ending.has(instance.scopeKey)) endUpwards(step, instance.scopeKey, ending)
}

const endElement = (step: Step, instance: ElementInstance): void => {
  const endedAt = step.environment.now
  endTokens(step, instance.key)
  closeWaits(step, instance.key)
  endLoop(step, instance)
  for (const job of step.state.jobs.of(instance.key)) {
    step.emit({ entity: 'job', row: { ...job, state: 'CANCELED', dueAt: null, endedAt } })
  }
  const incident = step.state.incidents.get(instance.incidentKey ?? 0)
  if (incident !== undefined) resolveIncidentRow(step, incident)
  step.changeElement(instance, { phase: 'TERMINATED', endedAt, incidentKey: null })
}

/** Those that wait at joins, and those on their way. */
const endTokens = (step: Step, scopeKey: number): void => {
  step.dropTokens(scopeKey)
  for (const row of [...(step.state.arrivedFlows.get(scopeKey)?.values() ?? [])]) {
    step.emit({ entity: 'arrivedFlow', row: { ...row, count: 0 } })
  }
}
