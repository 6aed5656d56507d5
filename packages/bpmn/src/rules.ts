import type { ReadNode } from './flow-nodes.ts'
import type { Problems } from './problems.ts'
import type { ExclusiveGateway } from './process.ts'
import type { ReadFlow } from './sequence-flows.ts'
import { childrenNamed, eventDefinitions } from './xml-element.ts'
import type { XmlElement } from './xml-element.ts'

/** The rules of BPMN that Zeebe enforces, as far as they span more than one element. */
export const checkRules = (
  process: XmlElement,
  nodes: readonly ReadNode[],
  flows: readonly ReadFlow[],
  problems: Problems,
): void => {
  checkStartEvents(process, problems)
  for (const read of nodes) checkNode(read, problems)
  checkConditions(nodes, flows, problems)
  checkErrorCodes(nodes, problems)
}

const checkStartEvents = (process: XmlElement, problems: Problems): void => {
  const events = childrenNamed(process, 'bpmn:startEvent')
  if (events.length === 0) problems.invalid(process, 'The process has no start event. Add one.')
  const [, ...others] = events.filter((event) => eventDefinitions(event).length === 0)
  for (const event of others) {
    problems.invalid(event, 'The process has another none start event. Keep one.')
  }
}

const checkNode = ({ element, node }: ReadNode, problems: Problems): void => {
  const { type, incoming, outgoing } = node
  if ((type === 'START_EVENT' || type === 'BOUNDARY_EVENT') && incoming.length > 0) {
    problems.invalid(element, 'The event must not have an incoming flow. Remove it.')
  }
  if (type === 'END_EVENT' && outgoing.length > 0) {
    problems.invalid(element, 'An end event must not have an outgoing flow. Remove it.')
  }
  if (type === 'BOUNDARY_EVENT' && outgoing.length === 0) {
    problems.invalid(element, 'A boundary event must have an outgoing flow. Add one.')
  }
  if (type === 'EXCLUSIVE_GATEWAY') checkDefault(element, node, problems)
}

const checkDefault = (
  element: XmlElement,
  { defaultFlowId, outgoing }: ExclusiveGateway,
  problems: Problems,
): void => {
  if (defaultFlowId === null || outgoing.some(({ id }) => id === defaultFlowId)) return
  const message = `The default flow "${defaultFlowId}" is none of the gateway's outgoing flows.`
  problems.invalid(element, message)
}

const checkConditions = (
  nodes: readonly ReadNode[],
  flows: readonly ReadFlow[],
  problems: Problems,
): void => {
  const sources = new Map(nodes.map(({ node }) => [node.id, node]))
  for (const { element, flow } of flows) {
    const source = sources.get(flow.sourceId)
    if (source === undefined) continue
    if (source.type === 'EXCLUSIVE_GATEWAY') {
      if (!lacksCondition(flow, source)) continue
      problems.invalid(element, 'The flow needs a condition, or must be the default flow.')
    } else if (flow.condition !== null) {
      problems.invalid(element, 'Only flows from an exclusive gateway may have a condition.')
    }
  }
}

const lacksCondition = (
  { id, condition }: ReadFlow['flow'],
  { outgoing, defaultFlowId }: ExclusiveGateway,
): boolean => condition === null && outgoing.length > 1 && id !== defaultFlowId

/** An error would not know which of two events of the same code it belongs to. */
const checkErrorCodes = (nodes: readonly ReadNode[], problems: Problems): void => {
  const seen = new Set<string>()
  for (const { element, node } of nodes) {
    if (node.type !== 'BOUNDARY_EVENT' || !catchesErrors(element)) continue
    const key = JSON.stringify([node.attachedToId, node.errorCode])
    if (seen.has(key)) problems.invalid(element, sameCode(node.errorCode))
    seen.add(key)
  }
}

/** What has another event definition has its own problem. */
const catchesErrors = (element: XmlElement): boolean =>
  childrenNamed(element, 'bpmn:errorEventDefinition').length > 0

const sameCode = (errorCode: string | null): string =>
  errorCode === null
    ? 'Another boundary event of the activity catches every error too. Keep one.'
    : `Another boundary event of the activity catches "${errorCode}" too. Keep one.`
