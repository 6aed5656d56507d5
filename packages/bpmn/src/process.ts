import type { BoundaryEvent } from './elements/boundary-event.ts'
import type { BusinessRuleTask } from './elements/business-rule-task.ts'
import type { EndEvent } from './elements/end-event.ts'
import type { EventBasedGateway } from './elements/event-based-gateway.ts'
import type { ExclusiveGateway } from './elements/exclusive-gateway.ts'
import type { InclusiveGateway } from './elements/inclusive-gateway.ts'
import type { IntermediateCatchEvent } from './elements/intermediate-catch-event.ts'
import type { IntermediateThrowEvent } from './elements/intermediate-throw-event.ts'
import type { ManualTask } from './elements/manual-task.ts'
import type { ParallelGateway } from './elements/parallel-gateway.ts'
import type { ReceiveTask } from './elements/receive-task.ts'
import type { ScriptTask } from './elements/script-task.ts'
import type { SendTask } from './elements/send-task.ts'
import type { ServiceTask } from './elements/service-task.ts'
import type { StartEvent } from './elements/start-event.ts'
import type { EventSubProcess, SubProcess } from './elements/sub-process.ts'
import type { Task } from './elements/task.ts'
import type { MultiInstance } from './multi-instance.ts'

/** An executable process as an immutable graph. Lines are those of its XML, from 1. */
export interface Process {
  readonly id: string
  readonly name: string | null
  readonly versionTag: string | null
  readonly line: number
  /** In document order, those in sub-processes behind their sub-process. */
  readonly elements: ReadonlyMap<string, FlowElement>
}

export type FlowElement =
  | StartEvent
  | EndEvent
  | Task
  | ManualTask
  | ServiceTask
  | SendTask
  | ReceiveTask
  | BusinessRuleTask
  | ScriptTask
  | ExclusiveGateway
  | ParallelGateway
  | InclusiveGateway
  | EventBasedGateway
  | BoundaryEvent
  | IntermediateCatchEvent
  | IntermediateThrowEvent
  | SubProcess
  | EventSubProcess

export interface SequenceFlow {
  /** Of a link, which no flow is drawn for, the id of the event that throws it. */
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
  /** The sub-process that it is in; null in the process itself. */
  readonly parentId: string | null
  /** In document order of the flows. */
  readonly incoming: readonly SequenceFlow[]
  /** In document order of the flows. */
  readonly outgoing: readonly SequenceFlow[]
  /** Those that have an effect: Zeebe ignores the mappings of some elements. */
  readonly inputs: readonly Mapping[]
  readonly outputs: readonly Mapping[]
  /** `zeebe:property` by name; of a repeated name the first. */
  readonly properties: ReadonlyMap<string, string>
  /** Of an activity that is done once for each item of a list. */
  readonly multiInstance: MultiInstance | null
  /** What is evaluated when it runs, beside its mappings. */
  readonly texts: readonly Text[]
}

export interface Mapping {
  /** FEEL with its leading `=`, or a text. */
  readonly source: string
  /** A variable, or a path of names joined by `.`. */
  readonly target: string
}

/** A text of the model that is evaluated when it runs. */
export interface Text {
  /** FEEL with its leading `=`, or taken as it is. */
  readonly text: string
  /** Such as `job type`. */
  readonly what: string
}
