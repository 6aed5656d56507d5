import type { ReadNode } from './flow-nodes.ts'
import type { Problems } from './problems.ts'
import type { FlowElement } from './process.ts'

/** What happens would not know which of two events that wait for the same it belongs to. */
export const checkExclusiveEvents = (nodes: readonly ReadNode[], problems: Problems): void => {
  const parents = new Map(nodes.map(({ node }) => [node.id, node.parentId]))
  const seen = new Set<string>()
  for (const { element, node } of nodes) {
    const place = placeOf(node, parents)
    if (place === null) continue
    const key = JSON.stringify(place)
    const what = place.isBoundary
      ? 'boundary event of the activity'
      : 'event sub-process of the scope'
    if (seen.has(key)) {
      problems.invalid(element, `Another ${what} catches ${place.exclusive} too. Keep one.`)
    }
    seen.add(key)
  }
}

interface Place {
  readonly isBoundary: boolean
  readonly hostId: string | null
  readonly kind: string
  readonly exclusive: string
}

/** Where an event waits for what; null where others may wait for the same. */
const placeOf = (node: FlowElement, parents: ReadonlyMap<string, string | null>): Place | null => {
  if (node.type !== 'BOUNDARY_EVENT' && node.type !== 'START_EVENT') return null
  const { exclusive, definition, parentId } = node
  if (exclusive === null) return null
  const { kind } = definition
  if (node.type === 'BOUNDARY_EVENT') {
    return { isBoundary: true, hostId: node.attachedToId, kind, exclusive }
  }
  // Start events of a process wait for the whole file's processes, which other rules look at.
  if (parentId === null) return null
  return { isBoundary: false, hostId: parents.get(parentId) ?? null, kind, exclusive }
}
