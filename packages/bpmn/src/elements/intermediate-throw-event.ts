import type { ElementKind } from '../element-kind.ts'
import type { EventDefinition } from '../event-definitions/index.ts'
import { readDefinition } from '../event-definitions/read-definition.ts'
import type { FlowElementBase } from '../process.ts'

export interface IntermediateThrowEvent extends FlowElementBase {
  readonly type: 'INTERMEDIATE_THROW_EVENT'
  readonly definition: EventDefinition
}

export const intermediateThrowEvent: ElementKind = {
  name: 'bpmn:intermediateThrowEvent',
  hasOutputs: true,
  positions: ['THROW'],
  read: (source): IntermediateThrowEvent => {
    const { definition, texts } = readDefinition('THROW', source)
    return { ...source.base, type: 'INTERMEDIATE_THROW_EVENT', definition, texts }
  },
}
