import type { FlowElement, SequenceFlow } from '@tenon/bpmn'
import type { Environment, Value, Variables } from '@tenon/feel'
import type { ElementType } from '@tenon/orchestration'
import type { ElementBehavior } from './element-behavior.ts'

/** Evaluates with the variables of a scope; throws `FeelError`. */
export type Evaluate = (variables: Variables, environment: Environment) => Value

/** A process ready to run: its graph and its compiled expressions. */
export interface Definition {
  readonly key: number
  readonly id: string
  readonly version: number
  readonly name: string | null
  readonly versionTag: string | null
  /** The process itself. */
  readonly scope: Scope
  readonly elements: ReadonlyMap<string, Element>
  readonly flows: ReadonlyMap<string, Flow>
}

export interface Element {
  readonly model: FlowElement
  readonly type: ElementType
  readonly behavior: ElementBehavior
  /** In the order in which tokens are sent: Zeebe's, the reverse of the document's. */
  readonly outgoing: readonly Flow[]
  readonly inputs: Mappings
  readonly outputs: Mappings
  /** What can happen to it: what it waits for, events behind a gateway, its boundary events. */
  readonly eventIds: readonly string[]
  /** Of a sub-process. */
  readonly scope: Scope | null
  /** Of a multi-instance body: what is done for each item. */
  readonly inner: Element | null
}

/** How what is inside a process or sub-process can start. */
export interface Scope {
  readonly noneStartId: string | null
  /** The start events of the event sub-processes directly in it. */
  readonly eventSubProcessStartIds: readonly string[]
}

export interface Flow {
  readonly model: SequenceFlow
  readonly condition: { readonly source: string; readonly evaluate: Evaluate } | null
}

/** What is set, by name, in the order in which the model names it first. */
export type Mappings = ReadonlyMap<string, Evaluate | Entries>

/** A context, some entries of which are set. */
export interface Entries {
  readonly entries: Mappings
}
