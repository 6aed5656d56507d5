import type { ElementKind } from '../element-kind.ts'
import { jobExtensions, readJob, textsOfJob, type JobDefinition } from '../job-definition.ts'
import type { FlowElementBase } from '../process.ts'

export interface ServiceTask extends FlowElementBase, JobDefinition {
  readonly type: 'SERVICE_TASK'
}

export const serviceTask: ElementKind = {
  name: 'bpmn:serviceTask',
  extensions: jobExtensions,
  hasInputs: true,
  hasOutputs: true,
  isActivity: true,
  read: ({ element, base, problems }): ServiceTask => {
    const job = readJob(element, 'service task', problems)
    return { ...base, ...job, type: 'SERVICE_TASK', texts: textsOfJob(job) }
  },
}
