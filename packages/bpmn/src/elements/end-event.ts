import type { ElementKind } from '../element-kind.ts'
import type { EventDefinition } from '../event-definitions/index.ts'
import { readDefinition } from '../event-definitions/read-definition.ts'
import { jobExtensions, refuseJob } from '../job-definition.ts'
import type { FlowElementBase } from '../process.ts'

export interface EndEvent extends FlowElementBase {
  readonly type: 'END_EVENT'
  readonly definition: EventDefinition
}

export const endEvent: ElementKind = {
  name: 'bpmn:endEvent',
  extensions: jobExtensions,
  hasInputs: true,
  hasOutputs: true,
  positions: ['END'],
  read: (source): EndEvent => {
    const { definition, texts } = readDefinition('END', source)
    if (definition.kind !== 'MESSAGE_JOB') refuseJob(source.element, source.problems)
    // As in Zeebe.
    const hasInputs = definition.kind === 'MESSAGE_JOB' || definition.kind === 'SIGNAL'
    const inputs = hasInputs ? source.base.inputs : []
    const outputs = definition.kind === 'TERMINATE' ? [] : source.base.outputs
    return { ...source.base, inputs, outputs, type: 'END_EVENT', definition, texts }
  },
}
