import type { FileContext } from './element-kind.ts'
import { elementKinds } from './elements/index.ts'
import { readMappings, readProperties } from './extensions.ts'
import { readMultiInstance } from './multi-instance.ts'
import type { FlowElement, FlowElementBase, SequenceFlow } from './process.ts'
import { attribute } from './xml-element.ts'
import type { XmlElement } from './xml-element.ts'

/** A flow node with its place. */
export interface ReadNode<Node extends FlowElement = FlowElement> {
  readonly element: XmlElement
  readonly node: Node
}

/** A process or sub-process as far as it was read. */
export interface ScopeSource extends FileContext {
  /** null for the process. */
  readonly parentId: string | null
  /** In document order, those not supported among them. */
  readonly nodes: readonly XmlElement[]
  readonly nodesById: ReadonlyMap<string, XmlElement>
  /** In document order. */
  readonly flows: readonly SequenceFlow[]
}

/** The flow nodes of a scope that are supported, in document order. */
export const readNodes = (source: ScopeSource): readonly ReadNode[] => {
  const readBase = baseReader(source)
  const { nodes, nodesById, roots, problems } = source
  return nodes.flatMap((element) => {
    const kind = elementKinds.find(({ name }) => name === element.name)
    // What is not supported has its own problem.
    if (kind === undefined) return []
    const { inputs, outputs, ...base } = readBase(element)
    const mappings = {
      inputs: kind.hasInputs === true ? inputs : [],
      outputs: kind.hasOutputs === true ? outputs : [],
    }
    const context = { element, nodesById, roots, problems }
    return [{ element, node: kind.read({ base: { ...base, ...mappings }, ...context }) }]
  })
}

const baseReader = ({ parentId, flows, problems }: ScopeSource) => {
  const incoming = Map.groupBy(flows, ({ targetId }) => targetId)
  const outgoing = Map.groupBy(flows, ({ sourceId }) => sourceId)
  return (element: XmlElement): FlowElementBase => {
    const id = attribute(element, 'id') ?? ''
    return {
      id,
      name: attribute(element, 'name'),
      line: element.line,
      parentId,
      incoming: incoming.get(id) ?? [],
      outgoing: outgoing.get(id) ?? [],
      ...readMappings(element, problems),
      properties: readProperties(element),
      multiInstance: readMultiInstance(element, problems),
      texts: [],
    }
  }
}
