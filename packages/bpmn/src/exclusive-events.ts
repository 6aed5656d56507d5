import type { ReadNode } from './flow-nodes.ts'
import type { Problems } from './problems.ts'
import type { FlowElement } from './process.ts'

/** What happens would not know which of two events that wait for the same it belongs to. */
export const checkExclusiveEvents = (nodes: readonly ReadNode[], problems: Problems): void => {
  const byId = new Map(nodes.map(({ node }) => [node.id, node]))
  const seen = new Map<string, FlowElement>()
  for (const { element, node } of nodes) {
    const place = placeOf(node, byId)
    if (place === null || !('exclusive' in node) || node.exclusive === null) continue
    const key = JSON.stringify([place, node.definition.kind, node.exclusive])
    const other = seen.get(key)
    if (other !== undefined) {
      const what = other.type === 'RECEIVE_TASK' ? 'The task itself' : others[place.kind]
      problems.invalid(element, `${what} catches ${node.exclusive} too. Keep one.`)
    }
    seen.set(key, node)
  }
}

/** Where events wait together: at an activity, at a gateway, or in a scope, of which null is the process. */
interface Place {
  readonly kind: 'BOUNDARY' | 'GATEWAY' | 'START' | 'EVENT_SUB_PROCESS'
  readonly hostId: string | null
}

const others: Readonly<Record<Place['kind'], string>> = {
  BOUNDARY: 'Another boundary event of the activity',
  GATEWAY: 'Another event behind the gateway',
  START: 'Another start event of the process',
  EVENT_SUB_PROCESS: 'Another event sub-process of the scope',
}

/** null of what waits alone, or for nothing. */
const placeOf = (node: FlowElement, byId: ReadonlyMap<string, FlowElement>): Place | null => {
  switch (node.type) {
    case 'BOUNDARY_EVENT':
      return { kind: 'BOUNDARY', hostId: node.attachedToId }
    case 'RECEIVE_TASK':
      return { kind: 'BOUNDARY', hostId: node.id }
    case 'INTERMEDIATE_CATCH_EVENT': {
      const source = byId.get(node.incoming[0]?.sourceId ?? '')
      return source?.type === 'EVENT_BASED_GATEWAY' ? { kind: 'GATEWAY', hostId: source.id } : null
    }
    case 'START_EVENT': {
      const scope = byId.get(node.parentId ?? '')
      if (scope === undefined) return { kind: 'START', hostId: null }
      return { kind: 'EVENT_SUB_PROCESS', hostId: scope.parentId }
    }
    default:
      return null
  }
}
