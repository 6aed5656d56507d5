import { checkBoundaryEvent, readAttachedTo, readErrorCode } from './boundary-event.ts'
import type { ErrorDefinitions } from './boundary-event.ts'
import { readMappings, readProperties } from './extensions.ts'
import type { Problems } from './problems.ts'
import type { BoundaryErrorEvent, FlowElement, FlowElementBase, SequenceFlow } from './process.ts'
import { readJob } from './service-task.ts'
import { attribute } from './xml-element.ts'
import type { XmlElement } from './xml-element.ts'

/** What flow nodes are read from. */
export interface FlowNodesSource {
  /** In document order, those not supported among them. */
  readonly nodes: readonly XmlElement[]
  readonly nodesById: ReadonlyMap<string, XmlElement>
  /** In document order. */
  readonly flows: readonly SequenceFlow[]
  readonly errors: ErrorDefinitions
  readonly problems: Problems
}

/** A flow node with its place. */
export interface ReadNode<Node extends FlowElement = FlowElement> {
  readonly element: XmlElement
  readonly node: Node
}

/** The flow nodes that are supported, in document order. */
export const readNodes = (source: FlowNodesSource): readonly ReadNode[] => {
  const readBase = baseReader(source)
  const bases = new Map(source.nodes.map((element) => [element, readBase(element)]))
  const boundaryEvents = new Map(
    [...bases]
      .filter(([element]) => element.name === 'bpmn:boundaryEvent')
      .map(([element, base]) => [element, readBoundaryEvent(element, base, source)]),
  )
  // A host knows its boundary events, so these are read before it.
  const hosted = Map.groupBy(boundaryEvents.values(), ({ attachedToId }) => attachedToId)
  return [...bases].flatMap(([element, base]) => {
    const node =
      boundaryEvents.get(element) ??
      readNode(element, base, hosted.get(base.id) ?? [], source.problems)
    return node === null ? [] : [{ element, node }]
  })
}

const baseReader = ({ flows, problems }: FlowNodesSource) => {
  const incoming = Map.groupBy(flows, ({ targetId }) => targetId)
  const outgoing = Map.groupBy(flows, ({ sourceId }) => sourceId)
  return (element: XmlElement): FlowElementBase => {
    const id = attribute(element, 'id') ?? ''
    return {
      id,
      name: attribute(element, 'name'),
      line: element.line,
      incoming: incoming.get(id) ?? [],
      outgoing: outgoing.get(id) ?? [],
      ...readMappings(element, problems),
      properties: readProperties(element),
    }
  }
}

const readBoundaryEvent = (
  element: XmlElement,
  base: FlowElementBase,
  { nodesById, errors, problems }: FlowNodesSource,
): BoundaryErrorEvent => {
  checkBoundaryEvent(element, problems)
  return {
    ...base,
    type: 'BOUNDARY_EVENT',
    attachedToId: readAttachedTo(element, nodesById, problems),
    errorCode: readErrorCode(element, errors, problems),
  }
}

/** null for a flow node that is not supported, which `refuseUnsupported` has told. */
const readNode = (
  element: XmlElement,
  base: FlowElementBase,
  boundaryEvents: readonly BoundaryErrorEvent[],
  problems: Problems,
): FlowElement | null => {
  switch (element.name) {
    case 'bpmn:startEvent':
      return { ...base, type: 'START_EVENT' }
    case 'bpmn:endEvent':
      return { ...base, type: 'END_EVENT' }
    case 'bpmn:serviceTask':
      return { ...base, type: 'SERVICE_TASK', ...readJob(element, problems), boundaryEvents }
    case 'bpmn:exclusiveGateway':
      return { ...base, type: 'EXCLUSIVE_GATEWAY', defaultFlowId: attribute(element, 'default') }
    case 'bpmn:parallelGateway':
      return { ...base, type: 'PARALLEL_GATEWAY' }
    default:
      return null
  }
}
