import type { Problems } from './problems.ts'
import type { FlowElement, FlowElementBase, Text } from './process.ts'
import type { EventDefinition } from './event-definitions/index.ts'
import type { XmlElement } from './xml-element.ts'

/** One kind of flow node: what it may hold, and how it is read. */
export interface ElementKind {
  /** Such as `bpmn:serviceTask`. */
  readonly name: string
  /** Children beside what all flow nodes may hold; those of events come with their definitions. */
  readonly children?: readonly string[]
  /** Extension elements beside `zeebe:ioMapping` and `zeebe:properties`. */
  readonly extensions?: readonly string[]
  /** Elsewhere Zeebe ignores mappings, so that models run the same there. */
  readonly hasInputs?: boolean
  readonly hasOutputs?: boolean
  /** Whether it does something, so that it can be done once for each item of a list. */
  readonly isActivity?: boolean
  /** Where event definitions stand in it. */
  readonly positions?: readonly EventPosition[]
  /** Whether it stands for nothing without an event definition. */
  readonly needsDefinition?: boolean
  readonly read: (source: NodeSource) => FlowElement
}

/** Where an event definition may stand: START is that of a process, SUB_PROCESS that of an embedded one. */
export type EventPosition =
  'START' | 'SUB_PROCESS' | 'EVENT_SUB_PROCESS' | 'BOUNDARY' | 'CATCH' | 'THROW' | 'END'

/** One kind of event definition: where it may stand, and how it is read. */
export interface EventDefinitionKind {
  /** Such as `bpmn:errorEventDefinition`. */
  readonly name: string
  /** Children beside what all event definitions may hold. */
  readonly children?: readonly string[]
  readonly positions: readonly EventPosition[]
  /** What it happens to cannot go on. */
  readonly mustInterrupt?: boolean
  readonly read: (
    definition: XmlElement,
    position: EventPosition,
    source: NodeSource,
  ) => ReadDefinition
}

export interface ReadDefinition {
  readonly definition: EventDefinition
  /** What is evaluated when it runs. */
  readonly texts: readonly Text[]
  /**
   * What it waits for, as people call it, where no other event of the same activity or scope may
   * wait for the same.
   */
  readonly exclusive: string | null
}

/** What a flow node is read from. */
export interface NodeSource extends FileContext {
  readonly element: XmlElement
  readonly base: FlowElementBase
  /** The nodes of its process or sub-process by id, those not supported among them. */
  readonly nodesById: ReadonlyMap<string, XmlElement>
}

/** What is the same for the whole file. */
export interface FileContext {
  /** Errors and the like, by id. */
  readonly roots: ReadonlyMap<string, XmlElement>
  readonly problems: Problems
}
