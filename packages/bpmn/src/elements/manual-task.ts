import type { ElementKind } from '../element-kind.ts'
import type { FlowElementBase } from '../process.ts'

/** What people do without the engine knowing: a token passes it. */
export interface ManualTask extends FlowElementBase {
  readonly type: 'MANUAL_TASK'
}

export const manualTask: ElementKind = {
  name: 'bpmn:manualTask',
  isActivity: true,
  read: ({ base }): ManualTask => ({ ...base, type: 'MANUAL_TASK' }),
}
