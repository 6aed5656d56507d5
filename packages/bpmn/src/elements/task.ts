import type { ElementKind } from '../element-kind.ts'
import type { FlowElementBase } from '../process.ts'

/** What nobody has said yet how it is done: a token passes it. */
export interface Task extends FlowElementBase {
  readonly type: 'TASK'
}

export const task: ElementKind = {
  name: 'bpmn:task',
  isActivity: true,
  read: ({ base }): Task => ({ ...base, type: 'TASK' }),
}
