/** An executable process as an immutable graph. Lines are those of its XML, from 1. */
export interface Process {
  readonly id: string
  readonly name: string | null
  readonly versionTag: string | null
  readonly line: number
  /** In document order. */
  readonly elements: ReadonlyMap<string, FlowElement>
  /** The none start event. */
  readonly startEvent: StartEvent
}

export type FlowElement =
  StartEvent | EndEvent | ServiceTask | ExclusiveGateway | ParallelGateway | BoundaryErrorEvent

export interface SequenceFlow {
  readonly id: string
  readonly name: string | null
  readonly line: number
  readonly sourceId: string
  readonly targetId: string
  /** FEEL with its leading `=`. */
  readonly condition: string | null
}

/** What all flow elements have. */
export interface FlowElementBase {
  readonly id: string
  readonly name: string | null
  readonly line: number
  /** In document order of the flows. */
  readonly incoming: readonly SequenceFlow[]
  /** In document order of the flows. */
  readonly outgoing: readonly SequenceFlow[]
  readonly inputs: readonly Mapping[]
  readonly outputs: readonly Mapping[]
  /** `zeebe:property` by name; of a repeated name the first. */
  readonly properties: ReadonlyMap<string, string>
}

export interface Mapping {
  /** FEEL with its leading `=`, or a text. */
  readonly source: string
  /** A variable, or a path of names joined by `.`. */
  readonly target: string
}

export interface StartEvent extends FlowElementBase {
  readonly type: 'START_EVENT'
}
export interface EndEvent extends FlowElementBase {
  readonly type: 'END_EVENT'
}
export interface ServiceTask extends FlowElementBase {
  readonly type: 'SERVICE_TASK'
  /** FEEL with its leading `=`, or a text. */
  readonly jobType: string
  /** FEEL with its leading `=`, or a text; default `3`. */
  readonly retries: string
  readonly headers: Readonly<Record<string, string>>
  readonly boundaryEvents: readonly BoundaryErrorEvent[]
}
export interface ExclusiveGateway extends FlowElementBase {
  readonly type: 'EXCLUSIVE_GATEWAY'
  readonly defaultFlowId: string | null
}
export interface ParallelGateway extends FlowElementBase {
  readonly type: 'PARALLEL_GATEWAY'
}
export interface BoundaryErrorEvent extends FlowElementBase {
  readonly type: 'BOUNDARY_EVENT'
  readonly attachedToId: string
  /** null catches every error. */
  readonly errorCode: string | null
}
