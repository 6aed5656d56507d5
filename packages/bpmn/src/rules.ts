import type { ExclusiveGateway } from './elements/exclusive-gateway.ts'
import type { InclusiveGateway } from './elements/inclusive-gateway.ts'
import type { ReadNode } from './flow-nodes.ts'
import type { Problems } from './problems.ts'
import type { FlowElement } from './process.ts'
import type { ReadFlow } from './sequence-flows.ts'
import { childrenNamed, eventDefinitions, isTrue } from './xml-element.ts'
import type { XmlElement } from './xml-element.ts'

/** The rules of BPMN that Zeebe enforces, as far as they span more than one element. */
export const checkRules = (
  scope: XmlElement,
  nodes: readonly ReadNode[],
  flows: readonly ReadFlow[],
  problems: Problems,
): void => {
  checkStartEvents(scope, problems)
  for (const read of nodes) checkNode(read, problems)
  checkGatewayTargets(nodes, problems)
  checkConditions(nodes, flows, problems)
}

const checkStartEvents = (scope: XmlElement, problems: Problems): void => {
  const events = childrenNamed(scope, 'bpmn:startEvent')
  const isProcess = scope.name === 'bpmn:process'
  const what = isProcess ? 'process' : 'sub-process'
  if (events.length === 0) problems.invalid(scope, `The ${what} has no start event. Add one.`)
  if (isTrue(scope, 'triggeredByEvent')) return checkEventSubProcess(events, problems)
  const starts = isProcess ? events.filter((event) => eventDefinitions(event).length === 0) : events
  for (const event of starts.slice(1)) {
    problems.invalid(event, `The ${what} has another none start event. Keep one.`)
  }
}

const checkEventSubProcess = (
  [first, ...others]: readonly XmlElement[],
  problems: Problems,
): void => {
  if (first !== undefined && eventDefinitions(first).length === 0) {
    const message = 'The start event of an event sub-process must say what it waits for.'
    problems.invalid(first, message)
  }
  for (const event of others) {
    problems.invalid(event, 'The event sub-process has another start event. Keep one.')
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
  if (type === 'EVENT_SUB_PROCESS' && incoming.length + outgoing.length > 0) {
    problems.invalid(element, 'An event sub-process has no flows. Remove them.')
  }
  if (isChoice(node)) checkDefault(element, node, problems)
}

/** Whether it chooses among its flows by their conditions. */
const isChoice = (node: FlowElement): node is ExclusiveGateway | InclusiveGateway =>
  node.type === 'EXCLUSIVE_GATEWAY' || node.type === 'INCLUSIVE_GATEWAY'

/** What an event-based gateway leads to waits there, and not as something that a token enters. */
const checkGatewayTargets = (nodes: readonly ReadNode[], problems: Problems): void => {
  const gateways = new Set(
    nodes.filter(({ node }) => node.type === 'EVENT_BASED_GATEWAY').map(({ node }) => node.id),
  )
  for (const { element, node } of nodes) {
    const isTarget = node.incoming.some(({ sourceId }) => gateways.has(sourceId))
    if (!isTarget || node.incoming.length < 2) continue
    const message = 'Beside that from the event-based gateway, no flow may lead here. Remove it.'
    problems.invalid(element, message)
  }
}

const checkDefault = (
  element: XmlElement,
  { defaultFlowId, outgoing }: ExclusiveGateway | InclusiveGateway,
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
    if (isChoice(source)) {
      if (!lacksCondition(flow, source)) continue
      problems.invalid(element, 'The flow needs a condition, or must be the default flow.')
    } else if (flow.condition !== null) {
      problems.invalid(element, onlyChoices)
    }
  }
}

const onlyChoices = 'Only flows from an exclusive or inclusive gateway may have a condition.'

const lacksCondition = (
  { id, condition }: ReadFlow['flow'],
  { outgoing, defaultFlowId }: ExclusiveGateway | InclusiveGateway,
): boolean => condition === null && outgoing.length > 1 && id !== defaultFlowId
