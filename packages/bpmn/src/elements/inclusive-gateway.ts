import type { ElementKind } from '../element-kind.ts'
import type { FlowElementBase } from '../process.ts'
import { attribute } from '../xml-element.ts'

export interface InclusiveGateway extends FlowElementBase {
  readonly type: 'INCLUSIVE_GATEWAY'
  readonly defaultFlowId: string | null
}

export const inclusiveGateway: ElementKind = {
  name: 'bpmn:inclusiveGateway',
  read: ({ element, base }): InclusiveGateway => ({
    ...base,
    type: 'INCLUSIVE_GATEWAY',
    defaultFlowId: attribute(element, 'default'),
  }),
}
