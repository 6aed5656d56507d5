import type { ElementKind } from '../element-kind.ts'
import type { FlowElementBase } from '../process.ts'
import { isTrue } from '../xml-element.ts'

export interface SubProcess extends FlowElementBase {
  readonly type: 'SUB_PROCESS'
}

/** Starts by an event, in the scope around it. */
export interface EventSubProcess extends FlowElementBase {
  readonly type: 'EVENT_SUB_PROCESS'
}

export const subProcess: ElementKind = {
  name: 'bpmn:subProcess',
  hasInputs: true,
  hasOutputs: true,
  read: ({ element, base }): SubProcess | EventSubProcess => ({
    ...base,
    type: isTrue(element, 'triggeredByEvent') ? 'EVENT_SUB_PROCESS' : 'SUB_PROCESS',
  }),
}
