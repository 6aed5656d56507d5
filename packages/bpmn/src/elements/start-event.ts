import type { ElementKind, EventPosition, NodeSource } from '../element-kind.ts'
import type { EventDefinition } from '../event-definitions/index.ts'
import { readDefinition, readInterrupting } from '../event-definitions/read-definition.ts'
import type { FlowElementBase } from '../process.ts'
import { isTrue } from '../xml-element.ts'

export interface StartEvent extends FlowElementBase {
  readonly type: 'START_EVENT'
  readonly definition: EventDefinition
  /** What no other event of the same activity or scope may wait for, as people call it. */
  readonly exclusive: string | null
  /** Of an event sub-process: whether it ends what else goes on in its scope. */
  readonly isInterrupting: boolean
}

export const startEvent: ElementKind = {
  name: 'bpmn:startEvent',
  hasOutputs: true,
  positions: ['START', 'EVENT_SUB_PROCESS'],
  read: (source): StartEvent => ({
    ...source.base,
    type: 'START_EVENT',
    ...readDefinition(positionOf(source), source),
    isInterrupting: readInterrupting('isInterrupting', source),
  }),
}

const positionOf = ({ element: { parent } }: NodeSource): EventPosition => {
  if (parent?.name !== 'bpmn:subProcess') return 'START'
  return isTrue(parent, 'triggeredByEvent') ? 'EVENT_SUB_PROCESS' : 'SUB_PROCESS'
}
