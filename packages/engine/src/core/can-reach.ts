import type { FlowElement, SequenceFlow } from '@tenon/bpmn'
import type { Step } from './step.ts'

/** What a join waits for. */
export interface Awaited {
  readonly joinId: string
  /** Its incoming flows that no token waits at. */
  readonly flows: readonly SequenceFlow[]
}

/**
 * Whether a token of a scope may still come by one of the flows: one that is in an element, on a
 * flow or at another join, from which a path leads there, though not through the join itself. It
 * need not take that path.
 */
export const canReach = (step: Step, { joinId, flows }: Awaited, scopeKey: number): boolean => {
  const taken = [...step.flowsTaken(scopeKey)]
  if (flows.some(({ id }) => taken.includes(id))) return true
  const places = new Set([
    ...taken.map((id) => step.flow(id).model.targetId),
    ...step.state.elements.of(scopeKey).map(({ elementId }) => elementId),
    ...[...(step.state.arrivedFlows.get(scopeKey)?.values() ?? [])].map((row) => row.elementId),
  ])
  places.delete(joinId)
  // Grows as it is gone through, against the flows.
  const upstream = new Set(flows.map(({ sourceId }) => sourceId))
  for (const id of upstream) {
    if (places.has(id)) return true
    if (id !== joinId) for (const source of sourcesOf(step.element(id).model)) upstream.add(source)
  }
  return false
}

const sourcesOf = (model: FlowElement): readonly string[] =>
  model.type === 'BOUNDARY_EVENT'
    ? [model.attachedToId]
    : model.incoming.map(({ sourceId }) => sourceId)
