import type { ElementKind } from '../element-kind.ts'
import { jobExtensions, readJob, textsOfJob, type JobDefinition } from '../job-definition.ts'
import type { FlowElementBase } from '../process.ts'

export interface SendTask extends FlowElementBase, JobDefinition {
  readonly type: 'SEND_TASK'
}

export const sendTask: ElementKind = {
  name: 'bpmn:sendTask',
  extensions: jobExtensions,
  hasInputs: true,
  hasOutputs: true,
  isActivity: true,
  read: ({ element, base, problems }): SendTask => {
    const job = readJob(element, 'send task', problems)
    return { ...base, ...job, type: 'SEND_TASK', texts: textsOfJob(job) }
  },
}
