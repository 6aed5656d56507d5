import type { ElementKind } from '../element-kind.ts'
import type { FlowElementBase } from '../process.ts'

export interface ParallelGateway extends FlowElementBase {
  readonly type: 'PARALLEL_GATEWAY'
}

export const parallelGateway: ElementKind = {
  name: 'bpmn:parallelGateway',
  read: ({ base }): ParallelGateway => ({ ...base, type: 'PARALLEL_GATEWAY' }),
}
