import type { ElementKind } from '../element-kind.ts'
import type { FlowElementBase } from '../process.ts'
import { attribute } from '../xml-element.ts'

export interface ExclusiveGateway extends FlowElementBase {
  readonly type: 'EXCLUSIVE_GATEWAY'
  readonly defaultFlowId: string | null
}

export const exclusiveGateway: ElementKind = {
  name: 'bpmn:exclusiveGateway',
  read: ({ element, base }): ExclusiveGateway => ({
    ...base,
    type: 'EXCLUSIVE_GATEWAY',
    defaultFlowId: attribute(element, 'default'),
  }),
}
