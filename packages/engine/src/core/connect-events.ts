import type { FlowElement, Process } from '@tenon/bpmn'
import type { Scope } from './definition.ts'

/** Which events belong to what; in the order in which Zeebe looks at them: the document's. */
export interface Connections {
  readonly boundaryEventIds: (hostId: string) => readonly string[]
  /** Those that an element waits for: itself, or those behind it. */
  readonly awaitedEventIds: (element: FlowElement) => readonly string[]
  /** null is the process. */
  readonly scopeOf: (parentId: string | null) => Scope
}

/** Finds what belongs together, once for a process. */
export const connectEvents = ({ elements }: Process): Connections => {
  const all = [...elements.values()]
  const boundary = Map.groupBy(all, (element) =>
    element.type === 'BOUNDARY_EVENT' ? element.attachedToId : null,
  )
  const children = Map.groupBy(all, ({ parentId }) => parentId)
  const startsIn = (parentId: string | null): readonly FlowElement[] =>
    (children.get(parentId) ?? []).filter(({ type }) => type === 'START_EVENT')
  return {
    boundaryEventIds: (hostId) => idsOf(boundary.get(hostId) ?? []),
    awaitedEventIds: awaitedBy,
    scopeOf: (parentId) => ({
      noneStartId: startsIn(parentId).find(isNone)?.id ?? null,
      eventSubProcessStartIds: (children.get(parentId) ?? [])
        .filter(({ type }) => type === 'EVENT_SUB_PROCESS')
        .flatMap(({ id }) => idsOf(startsIn(id))),
    }),
  }
}

const awaitedBy = ({ id, type, outgoing }: FlowElement): readonly string[] => {
  if (type === 'EVENT_BASED_GATEWAY') return outgoing.map(({ targetId }) => targetId)
  return type === 'INTERMEDIATE_CATCH_EVENT' || type === 'RECEIVE_TASK' ? [id] : []
}

const isNone = (element: FlowElement): boolean =>
  element.type === 'START_EVENT' && element.definition.kind === 'NONE'

const idsOf = (elements: readonly FlowElement[]): readonly string[] => elements.map(({ id }) => id)
