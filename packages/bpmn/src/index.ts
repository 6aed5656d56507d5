export { BpmnError, bpmnErrors, describeProblem } from './errors.ts'
export type { BpmnErrorCode, BpmnProblem } from './errors.ts'
export { checkExpressions } from './expressions.ts'
export { neededVariables, type FeelReader } from './needed-variables.ts'
export { parseBpmn } from './parse-bpmn.ts'
export type { EndEvent } from './elements/end-event.ts'
export type { BoundaryEvent } from './elements/boundary-event.ts'
export type { BusinessRuleTask } from './elements/business-rule-task.ts'
export type { EventBasedGateway } from './elements/event-based-gateway.ts'
export type { ExclusiveGateway } from './elements/exclusive-gateway.ts'
export type { InclusiveGateway } from './elements/inclusive-gateway.ts'
export type { IntermediateCatchEvent } from './elements/intermediate-catch-event.ts'
export type { IntermediateThrowEvent } from './elements/intermediate-throw-event.ts'
export type { ManualTask } from './elements/manual-task.ts'
export type { ParallelGateway } from './elements/parallel-gateway.ts'
export type { ReceiveTask } from './elements/receive-task.ts'
export type {
  ExpressionScriptTask,
  JobScriptTask,
  Script,
  ScriptTask,
} from './elements/script-task.ts'
export type { SendTask } from './elements/send-task.ts'
export type { ServiceTask } from './elements/service-task.ts'
export type { StartEvent } from './elements/start-event.ts'
export type { EventSubProcess, SubProcess } from './elements/sub-process.ts'
export type { Task } from './elements/task.ts'
export type {
  ErrorDefinition,
  EscalationDefinition,
  EventDefinition,
  LinkDefinition,
  MessageDefinition,
  MessageJobDefinition,
  SignalDefinition,
  TerminateDefinition,
  TimerDefinition,
} from './event-definitions/index.ts'
export { nextDueAt, TimingError, timingOf, timingProblem } from './timing/index.ts'
export type { Timing, TimingClock, TimingKind } from './timing/index.ts'
export { jobOf } from './job-definition.ts'
export type { JobDefinition } from './job-definition.ts'
export type { MultiInstance, MultiInstanceOutput } from './multi-instance.ts'
export type * from './process.ts'
export { isSupported } from './supported.ts'
export type { ModelerKind } from './supported.ts'
export { readXml, xmlLimits } from './read-xml.ts'
export type { XmlElement } from './xml-element.ts'
