import type { ElementKind } from '../element-kind.ts'
import type { EventDefinition } from '../event-definitions/index.ts'
import { readDefinition } from '../event-definitions/read-definition.ts'
import { jobExtensions, refuseJob } from '../job-definition.ts'
import type { FlowElementBase } from '../process.ts'

export interface IntermediateThrowEvent extends FlowElementBase {
  readonly type: 'INTERMEDIATE_THROW_EVENT'
  readonly definition: EventDefinition
}

export const intermediateThrowEvent: ElementKind = {
  name: 'bpmn:intermediateThrowEvent',
  extensions: jobExtensions,
  hasInputs: true,
  hasOutputs: true,
  positions: ['THROW'],
  read: (source): IntermediateThrowEvent => {
    const { definition, texts } = readDefinition('THROW', source)
    if (definition.kind !== 'MESSAGE_JOB') refuseJob(source.element, source.problems)
    // As in Zeebe.
    const hasInputs = definition.kind === 'MESSAGE_JOB' || definition.kind === 'SIGNAL'
    const inputs = hasInputs ? source.base.inputs : []
    return { ...source.base, inputs, type: 'INTERMEDIATE_THROW_EVENT', definition, texts }
  },
}
