import type { ErrorDefinitions } from './boundary-event.ts'
import { readExtension } from './extensions.ts'
import { readNodes } from './flow-nodes.ts'
import type { Problems } from './problems.ts'
import type { Process } from './process.ts'
import { requiredId } from './required-id.ts'
import { checkRules } from './rules.ts'
import { readFlows } from './sequence-flows.ts'
import { drawnOnly, refuseUnsupported } from './supported.ts'
import { attribute } from './xml-element.ts'
import type { XmlElement } from './xml-element.ts'

/** The process as a graph; null, with problems, where it cannot start. */
export const readProcess = (
  process: XmlElement,
  errors: ErrorDefinitions,
  problems: Problems,
): Process | null => {
  refuseUnsupported(process, problems)
  const nodes = process.children.filter(isFlowNode)
  const nodesById = new Map(nodes.map((node) => [requiredId(node, problems), node]))
  const flows = readFlows(process, nodesById, problems)
  const read = readNodes({
    nodes,
    nodesById,
    flows: flows.map(({ flow }) => flow),
    errors,
    problems,
  })
  checkRules(process, read, flows, problems)
  const head = readHead(process, problems)
  const elements = new Map(read.map(({ node }) => [node.id, node]))
  const startEvent = read.find(({ node }) => node.type === 'START_EVENT')?.node
  return startEvent?.type === 'START_EVENT' ? { ...head, elements, startEvent } : null
}

/** All but flows and drawing. */
const isFlowNode = ({ name }: XmlElement): boolean =>
  name !== 'bpmn:sequenceFlow' && !drawnOnly.includes(name)

const readHead = (
  process: XmlElement,
  problems: Problems,
): Pick<Process, 'id' | 'name' | 'versionTag' | 'line'> => {
  const tag = readExtension(process, 'zeebe:versionTag', problems)
  return {
    id: requiredId(process, problems),
    name: attribute(process, 'name'),
    versionTag: tag === null ? null : attribute(tag, 'value'),
    line: process.line,
  }
}
