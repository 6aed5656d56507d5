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
  isActivity: true,
  read: ({ element, base, problems }): SubProcess | EventSubProcess => {
    if (!isTrue(element, 'triggeredByEvent')) return { ...base, type: 'SUB_PROCESS' }
    if (base.multiInstance !== null) problems.invalid(element, NO_LIST)
    return { ...base, type: 'EVENT_SUB_PROCESS' }
  },
}

const NO_LIST =
  'An event sub-process starts by its event, not once for each item of a list. ' +
  'Remove the multi-instance marker.'
