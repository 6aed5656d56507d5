import type { FileContext } from './element-kind.ts'
import { checkExclusiveEvents } from './exclusive-events.ts'
import { readExtension } from './extensions.ts'
import { readNodes, type ReadNode } from './flow-nodes.ts'
import { checkLinks, withLinks } from './link-flows.ts'
import type { Problems } from './problems.ts'
import type { Process } from './process.ts'
import { requiredId } from './required-id.ts'
import { checkRules } from './rules.ts'
import { readFlows } from './sequence-flows.ts'
import { refuseUnsupported } from './supported.ts'
import { attribute } from './xml-element.ts'
import type { XmlElement } from './xml-element.ts'

/** The process as a graph. */
export const readProcess = (process: XmlElement, context: FileContext): Process => {
  refuseUnsupported(process, context.problems)
  const nodes = readScope(process, null, context)
  checkExclusiveEvents(nodes, context.problems)
  checkLinks(process, context.problems)
  const elements = new Map(nodes.map(({ node }) => [node.id, node]))
  return { ...readHead(process, context.problems), elements }
}

/** All nodes of a process or sub-process, those of the sub-processes in it behind these. */
const readScope = (
  scope: XmlElement,
  parentId: string | null,
  context: FileContext,
): readonly ReadNode[] => {
  const nodes = scope.children.filter(isFlowNode)
  const nodesById = new Map(nodes.map((node) => [requiredId(node, context.problems), node]))
  const drawn = readFlows(scope, nodesById, context.problems)
  const flows = withLinks(scope, drawn, context.problems)
  const read = readNodes({
    ...context,
    parentId,
    nodes,
    nodesById,
    flows: flows.map(({ flow }) => flow),
  })
  checkRules(scope, read, flows, context.problems)
  return read.flatMap((each) =>
    isScope(each) ? [each, ...readScope(each.element, each.node.id, context)] : [each],
  )
}

/** Also those that are not supported. */
const isFlowNode = ({ name }: XmlElement): boolean =>
  /(task|activity|event|gateway|process|transaction)$/i.test(name)

const isScope = ({ node }: ReadNode): boolean =>
  node.type === 'SUB_PROCESS' || node.type === 'EVENT_SUB_PROCESS'

const readHead = (process: XmlElement, problems: Problems): Omit<Process, 'elements'> => {
  const tag = readExtension(process, 'zeebe:versionTag', problems)
  return {
    id: requiredId(process, problems),
    name: attribute(process, 'name'),
    versionTag: tag === null ? null : attribute(tag, 'value'),
    line: process.line,
  }
}
