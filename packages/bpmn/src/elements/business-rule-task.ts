import type { ElementKind } from '../element-kind.ts'
import { jobExtensions, readJob, textsOfJob, type JobDefinition } from '../job-definition.ts'
import type { FlowElementBase } from '../process.ts'

export interface BusinessRuleTask extends FlowElementBase, JobDefinition {
  readonly type: 'BUSINESS_RULE_TASK'
}

export const businessRuleTask: ElementKind = {
  name: 'bpmn:businessRuleTask',
  extensions: jobExtensions,
  hasInputs: true,
  hasOutputs: true,
  isActivity: true,
  read: ({ element, base, problems }): BusinessRuleTask => {
    const job = readJob(element, 'business rule task', problems)
    return { ...base, ...job, type: 'BUSINESS_RULE_TASK', texts: textsOfJob(job) }
  },
}
